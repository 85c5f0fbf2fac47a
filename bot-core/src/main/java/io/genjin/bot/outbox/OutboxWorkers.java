package io.genjin.bot.outbox;

import io.genjin.bot.platform.Wakeable;
import io.genjin.bot.platform.WorkerThreads;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The threads that look for channels with something to send; woken by commits, else by a slow poll. */
@Component
class OutboxWorkers implements SmartLifecycle, Wakeable {
    private static final int CANDIDATES = 20;

    private final ChannelTable channels;
    private final ChannelRun run;
    private final OutboxProperties properties;
    private final InstantSource clock;
    private final WorkerThreads threads;

    OutboxWorkers(ChannelTable channels, ChannelRun run, OutboxProperties properties, InstantSource clock) {
        this.channels = channels;
        this.run = run;
        this.properties = properties;
        this.clock = clock;
        this.threads = new WorkerThreads("outbox-worker", properties.workers(), properties.poll(), this::round);
    }

    private boolean round() {
        Instant now = clock.instant();
        List<Channel> due = channels.due(CANDIDATES, now);
        if (due.size() > 1) {
            // One slow recipient holds up no other: somebody else takes the next.
            wake();
        }
        boolean any = false;
        for (Channel channel : due) {
            if (isRunning() && channels.claim(channel, now, now.plus(properties.lease()))) {
                run.drain(channel);
                any = true;
            }
        }
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
