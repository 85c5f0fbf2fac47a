package io.genjin.bot.platform;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.function.Consumer;

/** How an errand of {@link Timers} is run. */
public final class Errands {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private Errands() {}

    /**
     * Runs {@code act} with the id that the errand was set for, in no transaction. What fails is tried again after 1 s,
     * 2 s, 4 s, at last every minute, for as long as it takes: an errand is never given up.
     */
    public static Task<Void> once(TaskDescriptor<Void> errand, Consumer<String> act) {
        return Tasks.oneTime(errand).onFailure(again()).execute((instance, context) -> act.accept(instance.getId()));
    }

    /** What fails is tried again after 1 s, 2 s, 4 s, at last every minute. */
    static FailureHandler<Void> again() {
        return (failed, operations) ->
                operations.reschedule(failed, failed.getTimeDone().plus(pause(failed)));
    }

    private static Duration pause(ExecutionComplete failed) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failed.getExecution().consecutiveFailures, 10));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
