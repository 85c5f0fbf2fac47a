package io.genjin.bot.outbox;

import io.genjin.crm.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The table {@code outbox_channel}: one row per recipient and lane, which keeps their pushes in order because only one
 * worker holds it. {@code turns} grows with each new push, so that a worker can't let go of a channel that just got one.
 */
@Component
class ChannelTable {
    static final String RING =
            "INSERT INTO outbox_channel (recipient, lane, due_at, rung_at, turns) VALUES (?, ?, ?, ?, 1)"
                    + " ON DUPLICATE KEY UPDATE turns = turns + 1, rung_at = VALUES(rung_at),"
                    + " due_at = COALESCE(due_at, VALUES(due_at))";
    static final String DUE =
            "SELECT recipient, lane FROM outbox_channel WHERE due_at <= ? AND (claimed_until IS NULL OR claimed_until <= ?)"
                    + " ORDER BY due_at LIMIT ?";
    static final String CLAIM =
            "UPDATE outbox_channel SET claim = ?, claimed_until = ? WHERE recipient = ? AND lane = ?"
                    + " AND due_at <= ? AND (claimed_until IS NULL OR claimed_until <= ?)";
    static final String REST = "UPDATE outbox_channel SET claim = NULL, claimed_until = NULL, due_at = NULL"
            + " WHERE recipient = ? AND lane = ? AND claim = ? AND turns = ?";
    static final String PAUSE = "UPDATE outbox_channel SET claim = NULL, claimed_until = NULL, due_at = ?"
            + " WHERE recipient = ? AND lane = ? AND claim = ?";
    static final String DUE_TOO_LATE = "SELECT recipient, lane FROM outbox_channel WHERE due_at > ?";
    static final String HELD_TOO_LONG =
            "SELECT recipient, lane FROM outbox_channel WHERE due_at IS NOT NULL AND claimed_until > ?";

    private final JdbcTemplate jdbc;

    ChannelTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Says, in the caller's transaction, that a push waits. A pause after a failure is kept. */
    void ring(Recipient to, Lane lane, Instant now) {
        jdbc.update(RING, to.value(), lane.name(), OutboxTable.utc(now), OutboxTable.utc(now));
    }

    List<Channel> due(int limit, Instant now) {
        LocalDateTime at = OutboxTable.utc(now);
        return jdbc.query(
                DUE,
                (row, i) -> new Channel(
                        new Recipient(row.getString("recipient")), Lane.valueOf(row.getString("lane")), Ids.next()),
                at,
                at,
                limit);
    }

    /** Takes a free, due channel; false when another worker was faster. */
    boolean claim(Channel channel, Instant now, Instant until) {
        LocalDateTime at = OutboxTable.utc(now);
        return jdbc.update(
                        CLAIM,
                        channel.claim(),
                        OutboxTable.utc(until),
                        channel.recipient().value(),
                        channel.lane().name(),
                        at,
                        at)
                == 1;
    }

    /** Lets go of a channel with nothing left; false when a push came in since {@code turns} was read. */
    boolean rest(Channel channel, long turns) {
        return jdbc.update(REST, channel.recipient().value(), channel.lane().name(), channel.claim(), turns) == 1;
    }

    /** Lets what waits in a lane be looked at again at once, after what it waited for has changed. */
    void hurry(Recipient to, Lane lane, Instant now) {
        jdbc.update(
                "UPDATE outbox_channel SET due_at = ? WHERE recipient = ? AND lane = ? AND due_at > ?",
                OutboxTable.utc(now),
                to.value(),
                lane.name(),
                OutboxTable.utc(now));
    }

    /**
     * Pulls back what a clock that was ahead has put off.
     *
     * @param pause the longest that there is
     * @param lease of a claim; clocks of nodes may differ by as much
     */
    void pullBack(Instant now, Duration pause, Duration lease) {
        Instant leased = now.plus(lease);
        pullBack(DUE_TOO_LATE, "due_at", now, leased.plus(pause));
        pullBack(HELD_TOO_LONG, "claimed_until", leased, leased.plus(lease));
    }

    /** Nearly always there is nothing: that is read without locks, which would be in the way of what is being sent. */
    private void pullBack(String late, String column, Instant to, Instant latest) {
        for (Map<String, Object> channel : jdbc.queryForList(late, OutboxTable.utc(latest))) {
            jdbc.update(
                    "UPDATE outbox_channel SET " + column + " = ? WHERE recipient = ? AND lane = ? AND " + column
                            + " > ?",
                    OutboxTable.utc(to),
                    channel.get("recipient"),
                    channel.get("lane"),
                    OutboxTable.utc(latest));
        }
    }

    /** Lets go of a channel until {@code dueAt}. */
    void pause(Channel channel, Instant dueAt) {
        jdbc.update(
                PAUSE,
                OutboxTable.utc(dueAt),
                channel.recipient().value(),
                channel.lane().name(),
                channel.claim());
    }
}
