package io.genjin.bot.outbox;

import io.genjin.crm.member.MemberId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whose quiet hours are when: a member's own, else {@code genjin.push.quiet-hours}. */
@Component
public class QuietHoursBook {
    private final JdbcTemplate jdbc;
    private final ChannelTable channels;
    private final InstantSource clock;
    private final QuietHours usual;

    QuietHoursBook(
            JdbcTemplate jdbc,
            ChannelTable channels,
            InstantSource clock,
            @Value("${genjin.push.quiet-hours:21:30-08:00}") String usual) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.clock = clock;
        try {
            this.usual = "none".equals(usual) ? QuietHours.NONE : QuietHours.parse(usual);
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException("genjin.push.quiet-hours: 21:30-08:00, or none", invalid);
        }
    }

    /** When this member may be addressed unasked: {@code now}, or the end of the quiet hours that it falls into. */
    public Instant next(MemberId member, Instant now) {
        return of(member).next(now);
    }

    public QuietHours of(MemberId member) {
        List<String> own = jdbc.queryForList(
                "SELECT quiet_hours FROM push_setting WHERE member_id = ?", String.class, member.value());
        return read(own.isEmpty() ? null : own.get(0));
    }

    /** The same, for a setting that was read already; null when the member has none of their own. */
    QuietHours read(@Nullable String own) {
        return own == null ? usual : QuietHours.parse(own);
    }

    /** Sets a member's own quiet hours, in the caller's transaction; what waited for the earlier ones is looked at anew. */
    public void set(MemberId member, QuietHours hours) {
        jdbc.update(
                "INSERT INTO push_setting (member_id, quiet_hours) VALUES (?, ?) ON DUPLICATE KEY UPDATE quiet_hours = VALUES(quiet_hours)",
                member.value(),
                hours.toString());
        for (Lane lane : Lane.values()) {
            if (lane.waitsForQuietHours()) {
                channels.hurry(Recipient.member(member), lane, clock.instant());
            }
        }
    }
}
