package io.genjin.bot.inbox;

import io.genjin.bot.platform.AfterCommit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The parked rows of {@code inbox}. Each change is guarded by the state: the first of two wins. */
@Component
class ParkedTable implements ParkedEntries {
    private static final String AGAIN =
            "UPDATE inbox SET state = 0, attempts = 0, troubles = 0, troubled_since = NULL, claim = NULL,"
                    + " done_at = NULL, note = NULL, due_at = ?, decided_by = ? WHERE state = 2";

    private final JdbcTemplate jdbc;
    private final InstantSource clock;
    private final InboxWorkers workers;

    ParkedTable(JdbcTemplate jdbc, InstantSource clock, InboxWorkers workers) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.workers = workers;
    }

    @Override
    public List<ParkedEntry> list(int limit, @Nullable String afterId) {
        return jdbc.query(
                "SELECT id, kind, note, attempts, received_at, done_at FROM inbox WHERE state = 2 AND id > ?"
                        + " ORDER BY id LIMIT ?",
                (row, i) -> entry(row),
                afterId == null ? "" : afterId,
                limit);
    }

    @Override
    public boolean replay(String id, String by) {
        return again(jdbc.update(AGAIN + " AND id = ?", now(), by, id)) == 1;
    }

    @Override
    public int replayAll(String by) {
        return again(jdbc.update(AGAIN, now(), by));
    }

    @Override
    public boolean discard(String id, String by) {
        return jdbc.update(
                        "UPDATE inbox SET state = ?, done_at = ?, decided_by = ? WHERE id = ? AND state = 2",
                        InboxTable.DISCARDED,
                        now(),
                        by,
                        id)
                == 1;
    }

    private int again(int changed) {
        if (changed > 0) {
            AfterCommit.run(workers::wake);
        }
        return changed;
    }

    private LocalDateTime now() {
        return InboxTable.utc(clock.instant());
    }

    private static ParkedEntry entry(ResultSet row) throws SQLException {
        String note = row.getString("note");
        Instant received = instant(row, "received_at");
        return new ParkedEntry(
                row.getString("id"),
                row.getString("kind"),
                note == null ? "" : note,
                row.getInt("attempts"),
                received,
                row.getObject("done_at") == null ? received : instant(row, "done_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
