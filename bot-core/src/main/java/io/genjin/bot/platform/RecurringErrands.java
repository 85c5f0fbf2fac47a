package io.genjin.bot.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Pulls back what a node with a clock that ran ahead has put off: whoever ran an errand last sets its next time for all
 * nodes. Looked for at the start and every minute, by a thread of its own, since an errand could be put off itself.
 */
@Component
class RecurringErrands implements SmartLifecycle {
    private static final Duration EVERY = Duration.ofMinutes(1);
    /** Clocks of nodes differ a little. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final ObjectProvider<RecurringErrand> errands;
    private final ObjectProvider<Scheduler> scheduler;
    private final InstantSource clock;
    private final WorkerThreads thread = new WorkerThreads("recurring-errands", 1, EVERY, this::round);

    RecurringErrands(
            ObjectProvider<RecurringErrand> errands, ObjectProvider<Scheduler> scheduler, InstantSource clock) {
        this.errands = errands;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    private boolean round() {
        errands.stream().forEach(this::pullBack);
        return false;
    }

    /** Runs {@code errand} now when it lies further ahead than any honest clock would have set it. */
    void pullBack(RecurringErrand errand) {
        TaskInstanceId id = TaskInstanceId.of(errand.task(), errand.instance());
        Instant now = clock.instant();
        Instant latest = now.plus(errand.every()).plus(TOLERANCE);
        boolean late = scheduler
                .getObject()
                .getScheduledExecution(id)
                .filter(next -> !next.isPicked() && next.getExecutionTime().isAfter(latest))
                .isPresent();
        if (late) {
            scheduler.getObject().reschedule(id, now);
        }
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        thread.stop();
    }

    @Override
    public void stop(Runnable stopped) {
        WorkerThreads.stopBeside(this::stop, stopped);
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }

    @Override
    public int getPhase() {
        return WorkerThreads.PHASE;
    }
}
