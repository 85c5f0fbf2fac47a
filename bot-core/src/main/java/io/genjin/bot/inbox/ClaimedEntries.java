package io.genjin.bot.inbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What this node has claimed and nobody works on yet. Claims are made one at a time and, unless the last one was full,
 * not sooner after each other than {@link InboxProperties#claimEvery}: under load few large claims do the work of many
 * small ones, and an entry that comes alone is claimed at once. Only while they come full of entries that wait for
 * nobody outside, the next is made beside the last. Thread-safe.
 */
final class ClaimedEntries {
    /** A full claim used up this fast was too small. */
    private static final long USED_UP_FAST = TimeUnit.MILLISECONDS.toNanos(100);
    /** How much a claim may grow while entries are handled faster than they are claimed. */
    static final int GROWTH = 4;

    private static final int BESIDE_EACH_OTHER = 2;

    private static final int POLLS_BETWEEN_MENDINGS = 5;

    private final InboxClaims claims;
    private final InboxTable table;
    private final InboxFailures failures;
    private final InboxProperties properties;
    private final InstantSource clock;
    private final Predicate<InboxItem> takesItsTime;
    private final Queue<InboxItem> waiting = new ConcurrentLinkedQueue<>();
    private final Object claiming = new Object();
    private int limit;
    private long mendedAt = System.nanoTime();
    private boolean full = true;
    private boolean plenty;
    private int underWay;
    private long claimedAt = System.nanoTime();
    private long took;

    ClaimedEntries(
            InboxClaims claims,
            InboxTable table,
            InboxFailures failures,
            InboxProperties properties,
            InstantSource clock,
            Predicate<InboxItem> takesItsTime) {
        this.takesItsTime = takesItsTime;
        this.claims = claims;
        this.table = table;
        this.failures = failures;
        this.properties = properties;
        this.clock = clock;
        this.limit = properties.batch();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    int size() {
        return waiting.size();
    }

    /** The next entry with more than half of its lease left; older ones go back untried, for whoever has time. */
    @Nullable
    InboxItem next() {
        List<InboxItem> old = new ArrayList<>();
        InboxItem item = waiting.poll();
        while (item != null && isOld(item)) {
            old.add(item);
            item = waiting.poll();
        }
        giveBack(old);
        return item;
    }

    boolean isOld(InboxItem item) {
        return item.isOld(clock.instant(), properties.lease());
    }

    /** Gives {@code items} back untried, at the latest when the database answers again. */
    void giveBack(List<InboxItem> items) {
        if (items.isEmpty()) {
            return;
        }
        try {
            table.giveBack(items, clock.instant());
        } catch (RuntimeException databaseAway) {
            // Not thrown: whoever gives back has other entries in hand, which must not be forgotten.
            failures.remember(items);
        }
    }

    /** Gives all back untried, to be claimed by anybody at once. */
    void giveBackAll() {
        List<InboxItem> left = new ArrayList<>();
        for (InboxItem item = waiting.poll(); item != null; item = waiting.poll()) {
            left.add(item);
        }
        giveBack(left);
    }

    /** Claims more, but none of the kinds {@code passedBy}, unless other threads are just doing so or have done. */
    void refill(Set<String> passedBy) {
        int wanted;
        synchronized (claiming) {
            if (!waiting.isEmpty() || underWay == BESIDE_EACH_OTHER) {
                return;
            }
            long since = System.nanoTime() - claimedAt;
            if (underWay == 0) {
                limit = full && since < USED_UP_FAST
                        ? Math.min(limit * 2, properties.batch() * GROWTH)
                        : properties.batch();
            }
            wanted = limit;
            if (!full) {
                // A claim that passes a long queue by takes its time: never more than half of it is spent on claiming.
                LockSupport.parkNanos(Math.max(properties.claimEvery().toNanos(), took * 2) - since);
            }
            claimedAt = System.nanoTime();
            mendTimes(clock.instant());
            if (!plenty) {
                // Else several claims at once would bring more than may wait for WeCom.
                claim(passedBy, wanted);
                return;
            }
            underWay++;
        }
        try {
            claim(passedBy, wanted);
        } finally {
            synchronized (claiming) {
                underWay--;
            }
        }
    }

    private void claim(Set<String> passedBy, int wanted) {
        long begun = System.nanoTime();
        Instant now = clock.instant();
        List<InboxItem> items =
                DeadlockRetry.run(() -> claims.claim(passedBy, wanted, now, now.plus(properties.lease())));
        synchronized (claiming) {
            full = items.size() == wanted;
            plenty = full && (underWay == 0 || plenty) && items.stream().noneMatch(takesItsTime);
            took = System.nanoTime() - begun;
            waiting.addAll(items);
        }
    }

    /** Now and then: a clock that ran ahead and was put right must not leave entries waiting for the time it showed. */
    private void mendTimes(Instant now) {
        if (System.nanoTime() - mendedAt > properties.poll().toNanos() * POLLS_BETWEEN_MENDINGS) {
            Instant horizon = now.plus(properties.lease()).plus(InboxFailures.LONGEST_PAUSE);
            if (DeadlockRetry.run(() -> table.pullBack(now, horizon)) < InboxTable.PULLED_BACK) {
                mendedAt = System.nanoTime();
            }
        }
    }
}
