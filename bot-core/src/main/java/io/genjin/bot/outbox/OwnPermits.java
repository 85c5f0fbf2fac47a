package io.genjin.bot.outbox;

import io.genjin.bot.outbox.Charge.Item;
import io.genjin.bot.platform.BusinessTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What this node used of the limits while it was without Redis. It takes its share of each; and for the length of a
 * window its share of the spare part only, because nobody can say what all of them used just before. Thread-safe.
 */
final class OwnPermits {
    /** Enough for everybody who is written to within an hour; when there are more, the old are forgotten. */
    private static final int WINDOWS = 10_000;

    private static final Duration FORGETS_EVERY = Duration.ofMinutes(1);

    private final Ceilings ceilings;
    private final Map<String, TreeMap<Long, Integer>> windows = new HashMap<>();
    private Instant forgotten = Instant.EPOCH;

    OwnPermits(Ceilings ceilings) {
        this.ceilings = ceilings;
    }

    /**
     * Takes all of these; zero when taken, else how long to wait before asking again.
     *
     * @param since from when this node has been without Redis
     * @param quotaUsed how much of the day's quota all nodes had used when Redis was last heard
     */
    synchronized Duration take(List<Item> items, Instant now, Instant since, long quotaUsed) {
        long wait = 0;
        for (Item item : items) {
            long known = item.limit() == SendingLimit.QUOTA_DAY ? quotaUsed : 0;
            wait = Math.max(wait, item.limit().daily() ? today(item, now, known) : sliding(item, now, since));
        }
        if (wait == 0) {
            forgetOld(now);
            for (Item item : items) {
                windows.computeIfAbsent(item.key(), key -> new TreeMap<>())
                        .merge(cell(item, now), item.weight(), Integer::sum);
            }
        }
        return Duration.ofMillis(wait);
    }

    private long today(Item item, Instant now, long known) {
        int mine = cells(item).getOrDefault(cell(item, now), 0);
        boolean room = mine + item.weight() <= ceilings.aloneToday(item, known);
        return room ? 0 : SharedPermits.leftOf(BusinessTime.dayOf(now), now).toMillis();
    }

    private long sliding(Item item, Instant now, Instant since) {
        long width = item.limit().cell().toMillis();
        long span = item.limit().window().toMillis();
        long at = now.toEpochMilli();
        TreeMap<Long, Integer> cells = cells(item);
        cells.headMap((at - span) / width).clear();
        long over = item.weight() - ceilings.alone(item, since, now);
        for (int count : cells.values()) {
            over += count;
        }
        if (over <= 0) {
            return 0;
        }
        long frees = span;
        for (Map.Entry<Long, Integer> each : cells.entrySet()) {
            over -= each.getValue();
            if (over <= 0) {
                frees = (each.getKey() + 1) * width + span - at;
                break;
            }
        }
        long seesIn = since.toEpochMilli() + span - at;
        return Math.max(1, seesIn > 0 ? Math.min(frees, seesIn) : frees);
    }

    private TreeMap<Long, Integer> cells(Item item) {
        return windows.getOrDefault(item.key(), new TreeMap<>());
    }

    private static long cell(Item item, Instant now) {
        return item.limit().daily()
                ? BusinessTime.dayOf(now).toEpochDay()
                : now.toEpochMilli() / item.limit().cell().toMillis();
    }

    private void forgetOld(Instant now) {
        boolean lately = !now.isBefore(forgotten) && now.isBefore(forgotten.plus(FORGETS_EVERY));
        if (windows.size() < WINDOWS || lately) {
            return;
        }
        forgotten = now;
        for (SendingLimit limit : SendingLimit.values()) {
            long oldest = cell(new Item(limit, "", 0, false), now.minus(limit.window()));
            windows.entrySet()
                    .removeIf(each -> each.getKey().startsWith(limit.name())
                            && (each.getValue().isEmpty() || each.getValue().lastKey() < oldest));
        }
    }
}
