package io.genjin.bot.inbox;

import io.genjin.bot.platform.Wakeable;
import io.genjin.bot.platform.WorkerThreads;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The threads that claim waiting entries and hand them to {@link InboxDesk}: those that can be decided on at once in
 * batches that end together, those that may wait for WeCom one by one, and never by all threads at the same time. What
 * one claims all may take, so that a slow handler holds up no other entry.
 */
@Component
class InboxWorkers implements SmartLifecycle, Wakeable {
    private static final Logger log = LoggerFactory.getLogger(InboxWorkers.class);
    /** Decided entries wait for their neighbours no longer than this. */
    private static final long DECIDE_FOR = TimeUnit.MILLISECONDS.toNanos(20);
    /** Effects that share a transaction: more would hold their locks for too long. */
    private static final int EFFECTS_TOGETHER = 16;
    /** Entries that end together, effects or none. */
    private static final int ENDS_TOGETHER = 256;

    /** What was in trouble so often may be the trouble of those that it ends with. */
    private static final int TROUBLES_TOGETHER = 2;

    private final InboxDesk desk;
    private final InboxFailures failures;
    private final InboxProperties properties;
    private final ClaimedEntries claimed;
    private final Suspects suspects;
    private final Queue<InboxItem> callers = new ConcurrentLinkedQueue<>();
    private final Semaphore mayCallOut;
    private final WorkerThreads threads;

    InboxWorkers(
            InboxClaims claims,
            InboxDesk desk,
            InboxFailures failures,
            InboxTable table,
            InboxProperties properties,
            InstantSource clock) {
        this.desk = desk;
        this.failures = failures;
        this.properties = properties;
        this.claimed = new ClaimedEntries(claims, table, failures, properties, clock, desk::callsOut);
        this.suspects = new Suspects(claims, desk, properties, clock);
        this.mayCallOut = new Semaphore(Math.max(1, properties.workers() - 1));
        this.threads = new WorkerThreads("inbox-worker", properties.workers(), properties.poll(), this::round);
    }

    /** Does what is at hand, claiming more when nothing is; false when nothing was due. */
    private boolean round() {
        failures.giveBackRemembered();
        if (callOut() || handOver()) {
            return true;
        }
        // While many wait for WeCom, no more of them are claimed: the others must find a place.
        boolean crowded = callers.size() > properties.batch() / 2;
        claimed.refill(crowded ? desk.callingKinds() : Set.of());
        if (claimed.size() > 1) {
            wake();
        }
        return !claimed.isEmpty();
    }

    /** Handles one entry that may take its time. */
    private boolean callOut() {
        if (!mayCallOut.tryAcquire()) {
            return false;
        }
        try {
            if (suspects.handleOne()) {
                return true;
            }
            InboxItem item = callers.poll();
            if (item == null) {
                return false;
            }
            if (claimed.isOld(item)) {
                claimed.giveBack(List.of(item));
            } else {
                desk.handle(item);
            }
            return true;
        } finally {
            mayCallOut.release();
        }
    }

    /** Decides on what was claimed and ends it together, setting aside what may take its time. */
    private boolean handOver() {
        List<Decision> decided = new ArrayList<>();
        List<InboxItem> alone = new ArrayList<>();
        long begun = System.nanoTime();
        int effects = 0;
        InboxItem item = claimed.next();
        boolean any = item != null;
        while (item != null) {
            if (desk.callsOut(item)) {
                callers.add(item);
                wake();
            } else if (item.troubles() >= TROUBLES_TOGETHER) {
                alone.add(item);
            } else {
                Decision decision = desk.decide(item);
                if (decision != null) {
                    decided.add(decision);
                    effects += decision.quiet() ? 0 : 1;
                }
            }
            boolean enough = effects == EFFECTS_TOGETHER
                    || decided.size() == ENDS_TOGETHER
                    || System.nanoTime() - begun > DECIDE_FOR;
            item = enough ? null : claimed.next();
        }
        desk.endAll(decided);
        desk.handleEach(alone);
        return any;
    }

    @Override
    public void wake() {
        threads.wake();
    }

    @Override
    public void start() {
        threads.start();
    }

    @Override
    public void stop() {
        threads.stop();
        try {
            claimed.giveBackAll();
            claimed.giveBack(List.copyOf(callers));
            failures.giveBackRemembered();
        } catch (RuntimeException databaseAway) {
            log.warn("inbox: claimed entries wait for the end of their lease");
        }
    }

    @Override
    public void stop(Runnable stopped) {
        WorkerThreads.stopBeside(this::stop, stopped);
    }

    @Override
    public boolean isRunning() {
        return threads.isRunning();
    }

    @Override
    public int getPhase() {
        return WorkerThreads.PHASE;
    }
}
