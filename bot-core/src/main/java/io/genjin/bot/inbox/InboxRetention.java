package io.genjin.bot.inbox;

import io.genjin.bot.platform.Pruned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Takes handled and discarded rows once WeCom can't repeat them any more; parked ones stay. Ids sort by time, so old rows
 * are a range of the primary key, and the hot path pays for no further index.
 */
@Component
class InboxRetention implements Pruned {
    /** WeCom repeats for less than a minute (doc 90238), and the open API's clients for as long as they like. */
    private static final Duration SHORTEST = Duration.ofDays(1);

    private final NamedParameterJdbcTemplate jdbc;
    private final Duration kept;
    private volatile String from = "";

    InboxRetention(NamedParameterJdbcTemplate jdbc, @Value("${genjin.retention.inbox:P7D}") Duration kept) {
        if (kept.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "genjin.retention.inbox: must be at least " + SHORTEST + ", was " + kept);
        }
        this.jdbc = jdbc;
        this.kept = kept;
    }

    @Override
    public String table() {
        return "inbox";
    }

    @Override
    public int prune(Instant now, int limit) {
        Instant before = now.minus(kept);
        // Starting behind what was taken last: deleted rows linger in the index until the engine has purged them.
        List<String> old = jdbc.queryForList(
                "SELECT id FROM inbox FORCE INDEX (PRIMARY) WHERE id > :from AND id < :before AND state IN (1, 3)"
                        + " AND done_at < :doneBefore ORDER BY id LIMIT :limit",
                Map.of("from", from, "before", firstIdOf(before), "doneBefore", InboxTable.utc(before), "limit", limit),
                String.class);
        if (!old.isEmpty()) {
            jdbc.update("DELETE FROM inbox WHERE id IN (:ids) AND state IN (1, 3)", Map.of("ids", old));
        }
        from = old.size() < limit ? "" : old.get(old.size() - 1);
        return old.size();
    }

    /** The smallest UUIDv7 of that moment: it begins with the milliseconds. */
    static String firstIdOf(Instant at) {
        return String.format("%012x", Math.max(0, at.toEpochMilli())) + "0".repeat(20);
    }
}
