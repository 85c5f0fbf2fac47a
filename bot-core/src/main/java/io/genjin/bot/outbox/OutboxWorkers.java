package io.genjin.bot.outbox;

import io.genjin.bot.platform.Wakeable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The threads that look for channels with something to send; woken by commits, else by a slow poll. */
@Component
class OutboxWorkers implements SmartLifecycle, Wakeable {
    private static final Logger log = LoggerFactory.getLogger(OutboxWorkers.class);
    private static final int CANDIDATES = 20;

    private final ChannelTable channels;
    private final ChannelRun run;
    private final OutboxProperties properties;
    private final InstantSource clock;
    private final Semaphore work = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    OutboxWorkers(ChannelTable channels, ChannelRun run, OutboxProperties properties, InstantSource clock) {
        this.channels = channels;
        this.run = run;
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
            Thread thread = new Thread(this::loop, "outbox-worker-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void loop() {
        while (running) {
            boolean busy = false;
            try {
                busy = round();
            } catch (RuntimeException databaseAway) {
                log.warn(
                        "outbox: looking for work failed, trying again: {}",
                        databaseAway.getClass().getSimpleName());
            }
            try {
                if (!busy && work.tryAcquire(properties.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                    work.drainPermits();
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean round() {
        Instant now = clock.instant();
        boolean any = false;
        for (Channel channel : channels.due(CANDIDATES, now)) {
            if (running && channels.claim(channel, now, now.plus(properties.lease()))) {
                run.drain(channel);
                any = true;
            }
        }
        return any;
    }

    @Override
    public void stop() {
        running = false;
        run.stop();
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
