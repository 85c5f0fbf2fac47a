package io.genjin.bot.inbox;

import io.genjin.crm.Ids;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code inbox}. A row stays after it is handled: it recognises late repeats until retention takes it. */
@Component
class InboxTable {
    static final int OPEN = 0;
    static final int DONE = 1;
    static final int PARKED = 2;
    static final int DISCARDED = 3;

    static final String OLDEST = "SELECT MIN(received_at) FROM inbox FORCE INDEX (inbox_received) WHERE state = 0";

    /** Rows whose time a clock that ran ahead has written. */
    static final String AHEAD =
            "state = 0 AND due_at > ?" + " AND (due_at > ? OR (claim IS NULL AND attempts = 0 AND troubles = 0))";

    /** Rows that are pulled back at once. */
    static final int PULLED_BACK = 500;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    InboxTable(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Inserts what is new. A repeat changes nothing and fails nobody else in the batch. */
    void insert(List<InboxEntry> entries, Instant now) {
        LocalDateTime at = utc(now);
        jdbc.batchUpdate(
                "INSERT INTO inbox (id, source_key, order_key, kind, payload, state, attempts, due_at, received_at)"
                        + " VALUES (?, ?, ?, ?, ?, 0, 0, ?, ?) ON DUPLICATE KEY UPDATE state = state",
                new BatchPreparedStatementSetter() {
                    @Override
                    public void setValues(PreparedStatement row, int i) throws SQLException {
                        InboxEntry entry = entries.get(i);
                        row.setString(1, Ids.next());
                        row.setString(2, entry.key());
                        row.setString(3, entry.order());
                        row.setString(4, entry.kind());
                        row.setString(5, json.writeValueAsString(entry.payload()));
                        row.setObject(6, at);
                        row.setObject(7, at);
                    }

                    @Override
                    public int getBatchSize() {
                        return entries.size();
                    }
                });
    }

    Set<String> known(List<String> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(new NamedParameterJdbcTemplate(jdbc)
                .queryForList(
                        "SELECT source_key FROM inbox WHERE source_key IN (:keys)",
                        java.util.Map.of("keys", keys),
                        String.class));
    }

    /** Ends claimed rows; how many of them were still ours. */
    int finish(List<InboxItem> items, int state, @Nullable String note, Instant now) {
        return updateOwn("state = ?, note = ?, done_at = ?", items, state, note, utc(now));
    }

    /** Gives a claimed row back after an attempt that failed, to be claimed again from {@code dueAt} on. */
    void release(InboxItem item, String note, Instant dueAt) {
        updateOwn("attempts = attempts + 1, due_at = ?, note = ?", List.of(item), utc(dueAt), note);
    }

    /** Gives a claimed row back after trouble that counts as no attempt, to be claimed again from {@code dueAt} on. */
    void postpone(InboxItem item, String note, Instant now, Instant dueAt) {
        postpone(List.of(item), note, now, dueAt);
    }

    void postpone(List<InboxItem> items, String note, Instant now, Instant dueAt) {
        updateOwn(
                "troubles = troubles + 1, troubled_since = COALESCE(troubled_since, ?), due_at = ?, note = ?",
                items,
                utc(now),
                utc(dueAt),
                note);
    }

    /** Gives claimed rows back untried, to be claimed by anybody at once. */
    void giveBack(List<InboxItem> items, Instant now) {
        updateOwn("due_at = ?", items, utc(now));
    }

    private int updateOwn(String change, List<InboxItem> items, @Nullable Object... values) {
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(values));
        items.forEach(item -> all.add(item.id()));
        List<String> claims = items.stream().map(InboxItem::claim).distinct().toList();
        all.addAll(claims);
        return jdbc.update(
                "UPDATE inbox SET " + change + ", claim = NULL WHERE id IN (" + marks(items.size())
                        + ") AND state = 0 AND claim IN (" + marks(claims.size()) + ")",
                all.toArray());
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    /**
     * Makes rows due whose time was written by a clock that ran ahead: fresh ones that lie in the future, and leases and
     * pauses that end after {@code horizon}, which no honest one does. How many they were,
     * {@link #PULLED_BACK} at most.
     */
    int pullBack(Instant now, Instant horizon) {
        // Looked for without locks: as a rule there are none, and a locked range would be in the workers' way.
        List<Object> values = new ArrayList<>(jdbc.queryForList(
                "SELECT id FROM inbox FORCE INDEX (inbox_due) WHERE " + AHEAD + " LIMIT " + PULLED_BACK,
                String.class,
                utc(now),
                utc(horizon)));
        if (values.isEmpty()) {
            return 0;
        }
        String ids = marks(values.size());
        values.add(0, utc(now));
        values.add(utc(now));
        values.add(utc(horizon));
        return jdbc.update("UPDATE inbox SET due_at = ? WHERE id IN (" + ids + ") AND " + AHEAD, values.toArray());
    }

    /** Age of the oldest row that waits, zero when none does. */
    Duration oldestWaiting(Instant now) {
        LocalDateTime oldest = jdbc.queryForObject(OLDEST, LocalDateTime.class);
        if (oldest == null || oldest.isAfter(utc(now))) {
            return Duration.ZERO;
        }
        return Duration.between(oldest.toInstant(ZoneOffset.UTC), now);
    }

    long parked() {
        Long count = jdbc.queryForObject("SELECT COUNT(*) FROM inbox WHERE state = 2", Long.class);
        return count == null ? 0 : count;
    }

    static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }

    static LocalDateTime utc(Instant instant) {
        // The columns' precision: what is compared with a column must not be finer than it.
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    }
}
