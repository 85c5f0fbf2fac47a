package io.genjin.bot.inbox;

import io.genjin.bot.platform.Wakeable;
import io.genjin.bot.platform.WorkerThreads;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The threads that claim waiting entries and hand each to {@link InboxDesk}. What one claims all may take, so that a
 * slow handler holds up no other entry.
 */
@Component
class InboxWorkers implements SmartLifecycle, Wakeable {
    private static final Logger log = LoggerFactory.getLogger(InboxWorkers.class);
    /** Small enough that a claim's last entry has its turn within the lease, even when each takes WeCom's 5 s. */
    private static final int CLAIMED_PER_WORKER = 8;

    private final InboxClaims claims;
    private final InboxDesk desk;
    private final InboxTable table;
    private final InboxProperties properties;
    private final InstantSource clock;
    private final WorkerThreads threads;
    private final Queue<InboxItem> claimed = new ConcurrentLinkedQueue<>();

    InboxWorkers(
            InboxClaims claims, InboxDesk desk, InboxTable table, InboxProperties properties, InstantSource clock) {
        this.claims = claims;
        this.desk = desk;
        this.table = table;
        this.properties = properties;
        this.clock = clock;
        this.threads = new WorkerThreads("inbox-worker", properties.workers(), properties.poll(), this::round);
    }

    /** Handles one entry, claiming more when none is left; false when nothing was due. */
    private boolean round() {
        InboxItem item = claimed.poll();
        if (item == null) {
            claim();
            item = claimed.poll();
        }
        if (item == null) {
            return false;
        }
        if (clock.instant().isBefore(item.leaseUntil())) {
            desk.handle(item);
        }
        return true;
    }

    private void claim() {
        Instant now = clock.instant();
        int limit = Math.min(properties.batch(), properties.workers() * CLAIMED_PER_WORKER);
        List<InboxItem> items = claims.claim(limit, now, now.plus(properties.lease()));
        claimed.addAll(items);
        for (int i = 1; i < items.size() && i < properties.workers(); i++) {
            wake();
        }
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
            for (InboxItem left = claimed.poll(); left != null; left = claimed.poll()) {
                table.giveBack(left, clock.instant());
            }
        } catch (RuntimeException databaseAway) {
            log.warn("inbox: claimed entries wait for the end of their lease");
        }
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
