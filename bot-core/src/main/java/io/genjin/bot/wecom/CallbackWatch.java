package io.genjin.bot.wecom;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * When WeCom was last heard, came with a signature that is not ours, or had to be sent away. This node's own sight is
 * written to {@link CallbackLog} beside the requests, never in their way. Thread-safe.
 */
@Component
public class CallbackWatch {
    private static final Logger log = LoggerFactory.getLogger(CallbackWatch.class);
    private static final Duration BETWEEN_WRITES = Duration.ofMinutes(1);
    /** Strangers can cause these: rarely enough to harm nobody, often enough for an administrator who waits. */
    private static final Duration BETWEEN_MISMATCHES = Duration.ofSeconds(5);

    private final CallbackLog book;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "callback-watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable Refusals refusals;
    private volatile boolean refusing;
    private volatile Instant nextWrite = Instant.MIN;
    private volatile Instant nextMismatch = Instant.MIN;

    CallbackWatch(CallbackLog book) {
        this.book = book;
    }

    /** A span in which callbacks were answered with a 503 because they could not be kept. */
    public record Refusals(Instant from, Instant until) {}

    /** WeCom's check when an administrator saves the settings: written at once, somebody may be waiting for it. */
    void checked(Instant at) {
        nextWrite = Instant.MIN;
        valid(at);
    }

    void valid(Instant at) {
        if (refusing || !at.isBefore(nextWrite)) {
            refusing = false;
            nextWrite = at.plus(BETWEEN_WRITES);
            Refusals until = refusals;
            write(() -> book.valid(at, until));
        }
    }

    void mismatch(Instant at, String what) {
        if (!at.isBefore(nextMismatch)) {
            nextMismatch = at.plus(BETWEEN_MISMATCHES);
            write(() -> book.mismatch(at, what));
        }
    }

    synchronized void refused(Instant at) {
        Refusals before = refusals;
        refusals = new Refusals(refusing && before != null ? before.from() : at, at);
        refusing = true;
    }

    /** The last span of refusals at this node since its start; it lasts while nothing was kept since. */
    public Optional<Refusals> lastRefused() {
        return Optional.ofNullable(refusals);
    }

    /** Whether the newest callback at this node had to be sent away. */
    public boolean refusing() {
        return refusing;
    }

    private void write(Runnable entry) {
        writer.execute(() -> {
            try {
                entry.run();
            } catch (RuntimeException databaseAway) {
                // The next valid callback writes again; callbacks themselves are the inbox's.
                log.debug("callback watch was not written", databaseAway);
            }
        });
    }
}
