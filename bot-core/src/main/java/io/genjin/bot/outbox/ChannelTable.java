package io.genjin.bot.outbox;

import io.genjin.crm.Ids;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The table {@code outbox_channel}: one row per recipient and lane, which keeps their pushes in order because only one
 * worker holds it. {@code turns} grows with each new push, so that a worker can't let go of a channel that just got one.
 */
@Component
class ChannelTable {
    private final JdbcTemplate jdbc;

    ChannelTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Says, in the caller's transaction, that a push waits. A pause after a failure is kept. */
    void ring(Recipient to, Lane lane, Instant now) {
        jdbc.update(
                "INSERT INTO outbox_channel (recipient, lane, due_at, turns) VALUES (?, ?, ?, 1)"
                        + " ON DUPLICATE KEY UPDATE turns = turns + 1, due_at = COALESCE(due_at, VALUES(due_at))",
                to.value(),
                lane.name(),
                OutboxTable.utc(now));
    }

    List<Channel> due(int limit, Instant now) {
        LocalDateTime at = OutboxTable.utc(now);
        return jdbc.query(
                "SELECT recipient, lane FROM outbox_channel WHERE due_at <= ? AND (claimed_until IS NULL OR claimed_until <= ?)"
                        + " ORDER BY due_at LIMIT ?",
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
                        "UPDATE outbox_channel SET claim = ?, claimed_until = ? WHERE recipient = ? AND lane = ?"
                                + " AND due_at <= ? AND (claimed_until IS NULL OR claimed_until <= ?)",
                        channel.claim(),
                        OutboxTable.utc(until),
                        channel.recipient().value(),
                        channel.lane().name(),
                        at,
                        at)
                == 1;
    }

    /** How many pushes the channel has seen, if it is still ours; the lease is prolonged. */
    Optional<Long> hold(Channel channel, Instant until) {
        int held = jdbc.update(
                "UPDATE outbox_channel SET claimed_until = ? WHERE recipient = ? AND lane = ? AND claim = ?",
                OutboxTable.utc(until),
                channel.recipient().value(),
                channel.lane().name(),
                channel.claim());
        if (held != 1) {
            return Optional.empty();
        }
        return Optional.ofNullable(jdbc.queryForObject(
                "SELECT turns FROM outbox_channel WHERE recipient = ? AND lane = ?",
                Long.class,
                channel.recipient().value(),
                channel.lane().name()));
    }

    /** Lets go of a channel with nothing left; false when a push came in since {@code turns} was read. */
    boolean rest(Channel channel, long turns) {
        return jdbc.update(
                        "UPDATE outbox_channel SET claim = NULL, claimed_until = NULL, due_at = NULL"
                                + " WHERE recipient = ? AND lane = ? AND claim = ? AND turns = ?",
                        channel.recipient().value(),
                        channel.lane().name(),
                        channel.claim(),
                        turns)
                == 1;
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

    /** Lets go of a channel until {@code dueAt}. */
    void pause(Channel channel, @Nullable Instant dueAt) {
        jdbc.update(
                "UPDATE outbox_channel SET claim = NULL, claimed_until = NULL, due_at = ? WHERE recipient = ? AND lane = ? AND claim = ?",
                dueAt == null ? null : OutboxTable.utc(dueAt),
                channel.recipient().value(),
                channel.lane().name(),
                channel.claim());
    }
}
