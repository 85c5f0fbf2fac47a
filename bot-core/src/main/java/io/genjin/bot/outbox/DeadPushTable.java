package io.genjin.bot.outbox;

import io.genjin.bot.platform.AfterCommit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The dead ones among {@code outbox_message}. */
@Component
class DeadPushTable implements DeadPushes {
    private static final int LONGEST_PAGE = 500;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate tx;
    private final ChannelTable channels;
    private final OutboxWorkers workers;
    private final InstantSource clock;

    DeadPushTable(
            JdbcTemplate jdbc,
            TransactionTemplate tx,
            ChannelTable channels,
            OutboxWorkers workers,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.tx = tx;
        this.channels = channels;
        this.workers = workers;
        this.clock = clock;
    }

    @Override
    public List<DeadPush> list(int limit, @Nullable String afterId) {
        return jdbc.query(
                "SELECT id, kind, recipient, lane, reason, attempts, created_at, done_at FROM outbox_message"
                        + " WHERE state = ? AND id > ? ORDER BY id LIMIT ?",
                DeadPushTable::deadPush,
                OutboxTable.DEAD,
                afterId == null ? "" : afterId,
                Math.max(1, Math.min(limit, LONGEST_PAGE)));
    }

    @Override
    public boolean replay(String id, String by) {
        return Boolean.TRUE.equals(tx.execute(status -> {
            // Locked, so that two who press at once ring once.
            List<Channel> channel = jdbc.query(
                    "SELECT recipient, lane FROM outbox_message WHERE id = ? AND state = ? FOR UPDATE",
                    (row, i) -> new Channel(
                            new Recipient(row.getString("recipient")), Lane.valueOf(row.getString("lane")), ""),
                    id,
                    OutboxTable.DEAD);
            if (channel.isEmpty()) {
                return false;
            }
            jdbc.update(
                    "UPDATE outbox_message SET state = ?, attempts = 0, tried_since = NULL, reason = NULL, done_at = NULL,"
                            + " decided_by = ? WHERE id = ?",
                    OutboxTable.PENDING,
                    by,
                    id);
            Recipient to = channel.get(0).recipient();
            Lane lane = channel.get(0).lane();
            channels.ring(to, lane, clock.instant());
            AfterCommit.run(() -> workers.rung(to, lane));
            return true;
        }));
    }

    @Override
    public boolean discard(String id, String by) {
        return jdbc.update(
                        "UPDATE outbox_message SET state = ?, decided_by = ? WHERE id = ? AND state = ?",
                        OutboxTable.DISCARDED,
                        by,
                        id,
                        OutboxTable.DEAD)
                == 1;
    }

    private static DeadPush deadPush(ResultSet row, int i) throws SQLException {
        String reason = row.getString("reason");
        return new DeadPush(
                row.getString("id"),
                row.getString("kind"),
                row.getString("recipient"),
                row.getString("lane"),
                reason == null ? "" : reason,
                row.getInt("attempts"),
                OutboxTable.instant(row, "created_at"),
                OutboxTable.instant(row, "done_at"));
    }
}
