package io.genjin.bot.inbox;

import io.genjin.crm.Ids;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** For engines without SKIP LOCKED (TiDB): one UPDATE per row that only one worker can win. */
final class GuardedUpdateClaims implements InboxClaims {
    private final NamedParameterJdbcTemplate jdbc;

    GuardedUpdateClaims(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<InboxItem> claim(Set<String> passedBy, int limit, Instant now, Instant leaseUntil) {
        String which = passedBy.isEmpty() ? SkipLockedClaims.ALL : SkipLockedClaims.PASSING_BY;
        return claim(which, passedBy, limit, now, leaseUntil);
    }

    @Override
    public List<InboxItem> claimSuspect(Instant now, Instant leaseUntil) {
        return claim(SkipLockedClaims.SUSPECTS, Set.of(), 1, now, leaseUntil);
    }

    private List<InboxItem> claim(String which, Set<String> passedBy, int limit, Instant now, Instant leaseUntil) {
        String claim = Ids.next();
        LocalDateTime at = InboxTable.utc(now);
        List<InboxItem> due = jdbc.query(
                which,
                Map.of("now", at, "limit", limit, "passedBy", passedBy),
                (row, i) -> SkipLockedClaims.item(row, claim, leaseUntil));
        List<InboxItem> ours = new ArrayList<>();
        for (InboxItem item : due) {
            try {
                if (take(item, at)) {
                    ours.add(item);
                }
            } catch (RuntimeException failed) {
                if (ours.isEmpty()) {
                    throw failed;
                }
                // What is claimed by now must not wait for the end of its lease.
                return ours;
            }
        }
        return ours;
    }

    private boolean take(InboxItem item, LocalDateTime now) {
        LocalDateTime lease = InboxTable.utc(item.leaseUntil());
        return jdbc.update(
                        SkipLockedClaims.TAKE + "id = :id AND due_at <= :now",
                        Map.of("claim", item.claim(), "lease", lease, "id", item.id(), "now", now))
                == 1;
    }
}
