package io.genjin.bot.platform;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Everything that has a time: one db-scheduler task per errand and id, written in the caller's transaction. An errand
 * may run twice, so each must look at the state before it acts.
 */
@Component
public class Timers {
    private final ObjectProvider<Scheduler> scheduler;
    private final InstantSource clock;

    // A provider, because the scheduler is built from the tasks, and tasks schedule further tasks.
    Timers(ObjectProvider<Scheduler> scheduler, InstantSource clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Runs {@code errand} for {@code id} at {@code at}; moves it there when it is scheduled already. When it runs right now
     * it runs once more then.
     */
    public void set(TaskDescriptor<Void> errand, String id, Instant at) {
        try {
            schedule(errand, id, at);
        } catch (TaskInstanceCurrentlyExecutingException runsNow) {
            schedule(PostponedErrands.POSTPONED, PostponedErrands.id(errand.getTaskName(), id), at);
        } catch (TaskInstanceNotFoundException endedMeanwhile) {
            schedule(errand, id, at);
        }
        if (!at.isAfter(clock.instant())) {
            AfterCommit.run(this::runDue);
        }
    }

    /** Runs each of {@code errands} at its time, for an {@code id} that has had none before: with one statement for all. */
    public void setFirst(String id, Map<TaskDescriptor<Void>, Instant> errands) {
        scheduler
                .getObject()
                .scheduleBatch(errands.entrySet().stream()
                        .<SchedulableInstance<?>>map(
                                errand -> errand.getKey().instance(id).scheduledTo(errand.getValue()))
                        .toList());
        if (errands.values().stream().anyMatch(at -> !at.isAfter(clock.instant()))) {
            AfterCommit.run(this::runDue);
        }
    }

    private void schedule(TaskDescriptor<Void> errand, String id, Instant at) {
        scheduler.getObject().schedule(errand.instance(id).scheduledTo(at), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    }

    /** Runs a postponed errand now, unless it was set anew meanwhile; false while it still runs. */
    boolean setNow(String errand, String id) {
        Optional<ScheduledExecution<Object>> known =
                scheduler.getObject().getScheduledExecution(TaskInstanceId.of(errand, id));
        if (known.isPresent()) {
            return !known.get().isPicked();
        }
        scheduler
                .getObject()
                .schedule(
                        TaskDescriptor.of(errand).instance(id).scheduledTo(clock.instant()),
                        ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
        AfterCommit.run(this::runDue);
        return true;
    }

    /** Forgets the errand for {@code id}; harmless when there is none, or when it is the one that runs right now. */
    public void cancel(TaskDescriptor<Void> errand, String id) {
        TaskInstanceId instance = TaskInstanceId.of(errand.getTaskName(), id);
        if (scheduler.getObject().getScheduledExecution(instance).isPresent()) {
            try {
                scheduler.getObject().cancel(instance);
            } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException runsNowOrEnded) {
                // It ends by itself, and looks at the state before it acts.
                return;
            }
        }
    }

    /** Looks for due errands now instead of at the next poll. */
    public void runDue() {
        scheduler.getObject().triggerCheckForDueExecutions();
    }
}
