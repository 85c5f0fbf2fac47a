package io.genjin.bot.capture;

import io.genjin.crm.member.MemberId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The drafts that wait to be shown to their rep together, and when each rep was shown something last. All calls join the
 * caller's transaction.
 */
@Component
class Gathered {
    private final JdbcTemplate jdbc;

    Gathered(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param shownAt when the rep was shown a card or a list last; null for never
     * @param showAt when what waits is shown; null while nothing waits
     */
    record Pace(@Nullable Instant shownAt, @Nullable Instant showAt) {}

    /** The rep's pace, held until the transaction ends: whoever shows this rep something does so one after the other. */
    Pace hold(MemberId rep) {
        List<Pace> held = held(rep);
        if (held.isEmpty()) {
            jdbc.update(
                    "INSERT INTO capture_pace (member_id) VALUES (?) ON DUPLICATE KEY UPDATE member_id = VALUES(member_id)",
                    rep.value());
            held = held(rep);
        }
        return held.get(0);
    }

    private List<Pace> held(MemberId rep) {
        return jdbc.query(
                "SELECT shown_at, show_at FROM capture_pace WHERE member_id = ? FOR UPDATE",
                (row, i) -> new Pace(DraftRows.maybeInstant(row, "shown_at"), DraftRows.maybeInstant(row, "show_at")),
                rep.value());
    }

    void set(MemberId rep, Pace pace) {
        jdbc.update(
                "UPDATE capture_pace SET shown_at = ?, show_at = ? WHERE member_id = ?",
                DraftStore.utcOrNull(pace.shownAt()),
                DraftStore.utcOrNull(pace.showAt()),
                rep.value());
    }

    void add(DraftId draft, Instant now) {
        jdbc.update(
                "UPDATE capture_draft SET ready_at = ? WHERE id = ? AND ready_at IS NULL",
                DraftStore.utc(now),
                draft.value());
    }

    /** What waits for this rep, the oldest first. */
    List<DraftId> of(MemberId rep) {
        return jdbc
                .queryForList(
                        "SELECT id FROM capture_draft WHERE member_id = ? AND ready_at IS NOT NULL ORDER BY id",
                        String.class,
                        rep.value())
                .stream()
                .map(DraftId::new)
                .toList();
    }

    void release(DraftId draft) {
        jdbc.update("UPDATE capture_draft SET ready_at = NULL WHERE id = ?", draft.value());
    }
}
