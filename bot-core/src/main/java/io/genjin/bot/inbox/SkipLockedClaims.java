package io.genjin.bot.inbox;

import io.genjin.crm.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Claims a whole batch with two statements: {@code SELECT ... FOR UPDATE SKIP LOCKED} and one UPDATE. */
final class SkipLockedClaims implements InboxClaims {
    // Forced: what was claimed a moment ago lingers in the index until purged, and spoils the engine's guesses.
    private static final String DUE =
            "SELECT id, kind, payload, troubles, troubled_since, attempts + (claim IS NOT NULL) AS attempts"
                    + " FROM inbox i FORCE INDEX (inbox_due) WHERE state = 0 AND due_at <= :now AND %s"
                    + " AND NOT EXISTS (SELECT 1 FROM inbox e WHERE e.order_key = i.order_key AND e.state = 0 AND e.id < i.id)"
                    + " ORDER BY due_at, id LIMIT :limit";

    static final String ALL = String.format(DUE, "(claim IS NULL OR attempts = 0)");
    static final String PASSING_BY = String.format(DUE, "(claim IS NULL OR attempts = 0) AND kind NOT IN (:passedBy)");
    static final String SUSPECTS = String.format(DUE, "claim IS NOT NULL AND attempts > 0");

    /** A claim that still stands there ran out unfinished: an attempt like any other, else a deadly entry never ends. */
    static final String TAKE = "UPDATE inbox SET attempts = attempts + (claim IS NOT NULL), claim = :claim,"
            + " due_at = :lease WHERE state = 0 AND ";

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate tx;

    SkipLockedClaims(NamedParameterJdbcTemplate jdbc, TransactionTemplate tx) {
        this.jdbc = jdbc;
        this.tx = tx;
    }

    @Override
    public List<InboxItem> claim(Set<String> passedBy, int limit, Instant now, Instant leaseUntil) {
        return claim(passedBy.isEmpty() ? ALL : PASSING_BY, passedBy, limit, now, leaseUntil);
    }

    @Override
    public List<InboxItem> claimSuspect(Instant now, Instant leaseUntil) {
        return claim(SUSPECTS, Set.of(), 1, now, leaseUntil);
    }

    private List<InboxItem> claim(String which, Set<String> passedBy, int limit, Instant now, Instant leaseUntil) {
        String claim = Ids.next();
        List<InboxItem> items = tx.execute(status -> {
            List<InboxItem> due = jdbc.query(
                    which + " FOR UPDATE SKIP LOCKED",
                    Map.of("now", InboxTable.utc(now), "limit", limit, "passedBy", passedBy),
                    (row, i) -> item(row, claim, leaseUntil));
            if (!due.isEmpty()) {
                // The lease is the row's next due time: when it passes unfinished, the row is due again.
                jdbc.update(
                        TAKE + "id IN (:ids)",
                        Map.of(
                                "claim",
                                claim,
                                "lease",
                                InboxTable.utc(leaseUntil),
                                "ids",
                                due.stream().map(InboxItem::id).toList()));
            }
            return due;
        });
        return items == null ? List.of() : items;
    }

    static InboxItem item(ResultSet row, String claim, Instant leaseUntil) throws SQLException {
        return new InboxItem(
                row.getString("id"),
                row.getString("kind"),
                row.getString("payload"),
                row.getInt("attempts"),
                row.getInt("troubles"),
                InboxTable.instant(row.getObject("troubled_since", LocalDateTime.class)),
                claim,
                leaseUntil);
    }
}
