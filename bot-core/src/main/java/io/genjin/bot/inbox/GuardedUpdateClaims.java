package io.genjin.bot.inbox;

import io.genjin.crm.Ids;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** For engines without SKIP LOCKED (TiDB): one UPDATE per row that only one worker can win. */
final class GuardedUpdateClaims implements InboxClaims {
    private final NamedParameterJdbcTemplate jdbc;

    GuardedUpdateClaims(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<InboxItem> claim(int limit, Instant now, Instant leaseUntil) {
        String claim = Ids.next();
        LocalDateTime at = InboxTable.utc(now);
        List<InboxItem> due = jdbc.query(
                SkipLockedClaims.DUE,
                Map.of("now", at, "limit", limit),
                (row, i) -> SkipLockedClaims.item(row, claim, leaseUntil));
        return due.stream()
                .filter(item -> jdbc.update(
                                SkipLockedClaims.TAKE + "id = :id AND due_at <= :now",
                                Map.of("claim", claim, "lease", InboxTable.utc(leaseUntil), "id", item.id(), "now", at))
                        == 1)
                .toList();
    }
}
