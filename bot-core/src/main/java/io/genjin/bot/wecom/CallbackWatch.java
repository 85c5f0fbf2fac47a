package io.genjin.bot.wecom;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * When WeCom was last heard, came with a signature that is not ours, or had to be sent away. This node's own sight is
 * written to {@link CallbackLog} beside the requests, never in their way, and seldom, however many there are.
 * Thread-safe.
 */
@Component
public class CallbackWatch {
    private static final Logger log = LoggerFactory.getLogger(CallbackWatch.class);
    private static final Duration BETWEEN_WRITES = Duration.ofMinutes(1);
    /** Strangers can cause these, and so can overload: rarely enough to harm nobody, soon enough for who waits. */
    private static final Duration BETWEEN_TROUBLES = Duration.ofSeconds(5);
    /** Refusals that follow each other sooner than this are one span. */
    private static final Duration ONE_SPAN = Duration.ofMinutes(1);

    private final CallbackLog book;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "callback-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean writing = new AtomicBoolean();
    // Not the clock's: one that is put back would leave all this unwritten for that long.
    private final AtomicLong nextWrite = new AtomicLong(System.nanoTime());
    private final AtomicLong nextMismatch = new AtomicLong(System.nanoTime());
    private volatile @Nullable Instant validAt;
    private volatile @Nullable Refusals refusals;
    private volatile boolean refusing;
    private volatile boolean unwritten;

    CallbackWatch(CallbackLog book) {
        this.book = book;
    }

    /** A span in which callbacks were answered with a 503 because they could not be kept. */
    public record Refusals(Instant from, Instant until) {}

    /** WeCom's check when an administrator saves the settings: written at once, somebody may be waiting for it. */
    void checked(Instant at) {
        nextWrite.set(System.nanoTime());
        valid(at);
    }

    void valid(Instant at) {
        validAt = at;
        refusing = false;
        if (due(nextWrite, unwritten ? BETWEEN_TROUBLES : BETWEEN_WRITES)) {
            write();
        }
    }

    void mismatch(Instant at, String what) {
        if (due(nextMismatch, BETWEEN_TROUBLES)) {
            inBackground(() -> book.mismatch(at, what));
        }
    }

    synchronized void refused(Instant at) {
        Refusals before = refusals;
        refusals = before != null && at.isBefore(before.until().plus(ONE_SPAN))
                ? new Refusals(before.from(), at)
                : new Refusals(at, at);
        refusing = true;
        if (!unwritten) {
            unwritten = true;
            nextWrite.set(System.nanoTime());
        }
    }

    /** The last span of refusals at this node since its start; it lasts while nothing was kept since. */
    public Optional<Refusals> lastRefused() {
        return Optional.ofNullable(refusals);
    }

    /** Whether the newest callback at this node had to be sent away. */
    public boolean refusing() {
        return refusing;
    }

    /** True once every {@code pause}, for one of those who ask. */
    private static boolean due(AtomicLong next, Duration pause) {
        long now = System.nanoTime();
        long at = next.get();
        return now - at >= 0 && next.compareAndSet(at, now + pause.toNanos());
    }

    private void write() {
        // One that waits writes for all.
        if (writing.compareAndSet(false, true)) {
            inBackground(this::writeNow);
        }
    }

    private void writeNow() {
        writing.set(false);
        Refusals span = refusals;
        Instant valid = validAt;
        boolean anew = unwritten;
        unwritten = false;
        try {
            if (valid != null) {
                book.valid(valid);
            }
            if (span != null && anew) {
                book.refused(span);
            }
        } catch (RuntimeException databaseAway) {
            unwritten = anew;
            throw databaseAway;
        }
    }

    private void inBackground(Runnable entry) {
        writer.execute(() -> {
            try {
                entry.run();
            } catch (RuntimeException databaseAway) {
                // The next valid callback writes again; callbacks themselves are the inbox's.
                log.debug("callback watch was not written", databaseAway);
            }
        });
    }

    /** What was refused until now is not forgotten with this process, where the database is there again. */
    @PreDestroy
    void close() throws InterruptedException {
        if (unwritten) {
            write();
        }
        writer.shutdown();
        writer.awaitTermination(2, TimeUnit.SECONDS);
    }
}
