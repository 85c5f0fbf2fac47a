package io.genjin.bot.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes down that an entry failed: to be tried later, or parked. */
@Component
class InboxFailures {
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private static final Logger log = LoggerFactory.getLogger(InboxFailures.class);

    private final InboxTable table;
    private final InboxProperties properties;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Queue<InboxItem> unwritten = new ConcurrentLinkedQueue<>();

    InboxFailures(InboxTable table, InboxProperties properties, InstantSource clock, MeterRegistry meters) {
        this.table = table;
        this.properties = properties;
        this.clock = clock;
        this.meters = meters;
    }

    /** The handler, or its effect, failed: tried again after a pause, parked after too many attempts. */
    void later(InboxItem item, Throwable failed) {
        // The exception's message may quote chat text: its type is what may be logged and shown.
        String reason = failed.getClass().getSimpleName();
        log.debug("inbox: {}", item.id(), failed);
        if (Trouble.isPassing(failed)) {
            postpone(item, reason);
            return;
        }
        if (item.attempts() + 1 >= properties.maxAttempts()) {
            park(item, reason);
            return;
        }
        log.warn("inbox: {} {} failed ({}), trying again", item.kind(), item.id(), reason);
        count(item, "failed");
        unlessAway(item, () -> table.release(item, reason, clock.instant().plus(pause(item.attempts()))));
    }

    private void postpone(InboxItem item, String reason) {
        Instant now = clock.instant();
        Instant since = item.troubledSince();
        if (since != null && now.isAfter(since.plus(properties.giveUpAfter()))) {
            park(item, reason);
            return;
        }
        log.warn("inbox: {} {} waits ({})", item.kind(), item.id(), reason);
        count(item, "postponed");
        unlessAway(item, () -> table.postpone(item, reason, now, now.plus(pause(item.troubles()))));
    }

    void park(InboxItem item, String reason) {
        log.warn("inbox: {} {} is parked ({})", item.kind(), item.id(), reason);
        count(item, "parked");
        unlessAway(item, () -> table.finish(List.of(item), InboxTable.PARKED, reason, clock.instant()));
    }

    /**
     * The database went away while they were ended together: tried again after a pause, so that a connection that breaks
     * because of one of them does not break at once again.
     */
    void laterTogether(List<InboxItem> items, Throwable failed) {
        Instant now = clock.instant();
        try {
            table.postpone(items, failed.getClass().getSimpleName(), now, now.plus(properties.retryAfter()));
        } catch (RuntimeException stillAway) {
            remember(items);
        }
    }

    /** Remembers entries about which nothing can be written while the database is away. */
    void remember(List<InboxItem> items) {
        unwritten.addAll(items);
    }

    /** Whether the database did not answer when something was last written about an entry. */
    boolean remembersAny() {
        return !unwritten.isEmpty();
    }

    /** Gives back untried what was remembered; throws while the database is still away. */
    void giveBackRemembered() {
        if (!unwritten.isEmpty()) {
            List<InboxItem> items = List.copyOf(unwritten);
            table.giveBack(items, clock.instant());
            unwritten.removeAll(items);
        }
    }

    private void unlessAway(InboxItem item, Runnable note) {
        try {
            note.run();
        } catch (RuntimeException databaseAway) {
            remember(List.of(item));
        }
    }

    private Duration pause(int attempts) {
        Duration doubled = properties.retryAfter().multipliedBy(1L << Math.min(attempts, 20));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private void count(InboxItem item, String outcome) {
        meters.counter("genjin.inbox", "kind", item.kind(), "outcome", outcome).increment();
    }
}
