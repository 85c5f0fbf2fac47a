package io.genjin.bot.inbox;

import io.genjin.bot.platform.Wakeable;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The threads that claim waiting entries and hand each to {@link InboxDesk}; woken by commits, else by a slow poll. */
@Component
class InboxWorkers implements SmartLifecycle, Wakeable {
    private static final Logger log = LoggerFactory.getLogger(InboxWorkers.class);

    private final InboxClaims claims;
    private final InboxDesk desk;
    private final InboxProperties properties;
    private final InstantSource clock;
    private final Semaphore work = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    InboxWorkers(InboxClaims claims, InboxDesk desk, InboxProperties properties, InstantSource clock) {
        this.claims = claims;
        this.desk = desk;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void wake() {
        if (work.availablePermits() < properties.workers()) {
            work.release();
        }
    }

    @Override
    public void start() {
        running = true;
        for (int i = 0; i < properties.workers(); i++) {
            Thread thread = new Thread(this::run, "inbox-worker-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void run() {
        while (running) {
            try {
                if (!round()) {
                    boolean woken = work.tryAcquire(properties.poll().toMillis(), TimeUnit.MILLISECONDS);
                    if (woken) {
                        work.drainPermits();
                    }
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException databaseAway) {
                log.warn(
                        "inbox: claiming failed, trying again: {}",
                        databaseAway.getClass().getSimpleName());
                pause();
            }
        }
    }

    /** Claims and handles one batch; false when nothing was due. */
    private boolean round() {
        var now = clock.instant();
        List<InboxItem> items = claims.claim(properties.batch(), now, now.plus(properties.lease()));
        if (items.size() == properties.batch()) {
            wake();
        }
        for (InboxItem item : items) {
            desk.handle(item);
        }
        return !items.isEmpty();
    }

    private void pause() {
        try {
            work.tryAcquire(properties.poll().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        work.release(properties.workers());
        for (Thread thread : threads) {
            try {
                thread.join(properties.lease().toMillis());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
