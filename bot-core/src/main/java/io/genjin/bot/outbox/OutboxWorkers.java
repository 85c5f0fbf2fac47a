package io.genjin.bot.outbox;

import io.genjin.bot.platform.Wakeable;
import io.genjin.bot.platform.WorkerThreads;
import io.genjin.crm.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The threads that look for channels with something to send; woken by commits, else by a slow poll. */
@Component
class OutboxWorkers implements SmartLifecycle, Wakeable {
    private static final int CANDIDATES = 100;
    private static final int LONGEST_QUEUE = 1_000;
    private static final int LOOKS_UNTIL_PULL = 10;

    private final ChannelTable channels;
    private final ChannelRun run;
    private final OutboxProperties properties;
    private final InstantSource clock;
    private final WorkerThreads threads;
    /** What the latest look found; it goes first, for it has waited longer than any hint, and hints may never end. */
    private final BlockingQueue<Channel> found = new ArrayBlockingQueue<>(CANDIDATES);

    private final BlockingQueue<Channel> hinted = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean lookNow = true;
    private volatile boolean more;
    private volatile long lookedAt;
    private long looks;

    OutboxWorkers(ChannelTable channels, ChannelRun run, OutboxProperties properties, InstantSource clock) {
        this.channels = channels;
        this.run = run;
        this.properties = properties;
        this.clock = clock;
        this.threads = new WorkerThreads("outbox-worker", properties.workers(), properties.poll(), this::round);
    }

    /** Says that a push was committed there. Only a hint: what is not heard here is found at the next look. */
    void rung(Recipient to, Lane lane) {
        if (hinted.offer(new Channel(to, lane, Ids.next()))) {
            threads.wake();
        }
    }

    private boolean round() {
        boolean foundAny = look();
        Channel channel = found.poll();
        if (channel == null) {
            channel = hinted.poll();
        }
        if (channel == null) {
            return foundAny;
        }
        Instant now = clock.instant();
        if (channels.claim(channel, now, now.plus(properties.lease()))) {
            run.drain(channel);
        }
        return true;
    }

    /** One thread looks for all of them, in an order of its own, so that nodes don't run after each other. */
    private boolean look() {
        boolean due = lookNow
                || more && found.isEmpty()
                || System.nanoTime() - lookedAt >= properties.poll().toNanos();
        if (!due || !looking.compareAndSet(false, true)) {
            return false;
        }
        try {
            lookNow = false;
            lookedAt = System.nanoTime();
            Instant now = clock.instant();
            if (looks++ % LOOKS_UNTIL_PULL == 0) {
                channels.pullBack(now, properties.lookAgain(), properties.lease());
            }
            List<Channel> free = new ArrayList<>(channels.due(CANDIDATES, now));
            Collections.shuffle(free);
            // What is left of the look before is among them, unless it was sent meanwhile.
            found.clear();
            for (Channel channel : free) {
                if (found.offer(channel)) {
                    threads.wake();
                }
            }
            more = free.size() == CANDIDATES;
            return !free.isEmpty();
        } finally {
            looking.set(false);
        }
    }

    @Override
    public void wake() {
        lookNow = true;
        threads.wake();
    }

    @Override
    public void start() {
        threads.start();
    }

    @Override
    public void stop() {
        run.stop();
        threads.stop();
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
