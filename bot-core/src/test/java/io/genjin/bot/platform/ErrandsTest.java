package io.genjin.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrandsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

    @Test
    void whatFailedIsTriedAgainInASecondAndAtLastEveryMinute() {
        assertThat(pauseAfter(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pauseAfter(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(pauseAfter(5)).isEqualTo(Duration.ofSeconds(32));
        assertThat(pauseAfter(6)).isEqualTo(Duration.ofMinutes(1));
        assertThat(pauseAfter(10_000)).isEqualTo(Duration.ofMinutes(1));
    }

    private static Duration pauseAfter(int earlierFailures) {
        OneTimeTask<Void> task = (OneTimeTask<Void>) Errands.once(TaskDescriptor.of("errand"), id -> {});
        Execution execution = new Execution(NOW, task.instance("one"));
        execution.consecutiveFailures = earlierFailures;
        List<Instant> next = new ArrayList<>();
        task.getFailureHandler()
                .onFailure(
                        ExecutionComplete.failure(execution, NOW, NOW, new IllegalStateException("away")),
                        new ExecutionOperations<>(null, null, execution) {
                            @Override
                            public void reschedule(ExecutionComplete failed, Instant at) {
                                next.add(at);
                            }
                        });
        return Duration.between(NOW, next.get(0));
    }
}
