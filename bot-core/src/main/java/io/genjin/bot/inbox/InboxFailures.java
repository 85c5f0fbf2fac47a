package io.genjin.bot.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
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

    InboxFailures(InboxTable table, InboxProperties properties, InstantSource clock, MeterRegistry meters) {
        this.table = table;
        this.properties = properties;
        this.clock = clock;
        this.meters = meters;
    }

    void later(InboxItem item, Throwable failed) {
        // The exception's message may quote chat text: its type is what may be logged and shown.
        String reason = failed.getClass().getSimpleName();
        log.debug("inbox: {}", item.id(), failed);
        if (item.attempts() + 1 >= properties.maxAttempts()) {
            park(item, reason);
            return;
        }
        log.warn("inbox: {} {} failed ({}), trying again", item.kind(), item.id(), reason);
        count(item, "failed");
        unlessAway(item, () -> table.release(item, reason, clock.instant().plus(pause(item.attempts()))));
    }

    void park(InboxItem item, String reason) {
        log.warn("inbox: {} {} is parked ({})", item.kind(), item.id(), reason);
        count(item, "parked");
        unlessAway(item, () -> table.finish(List.of(item), InboxTable.PARKED, reason, clock.instant()));
    }

    private static void unlessAway(InboxItem item, Runnable note) {
        try {
            note.run();
        } catch (RuntimeException databaseAway) {
            log.warn("inbox: {} stays claimed until its lease ends", item.id());
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
