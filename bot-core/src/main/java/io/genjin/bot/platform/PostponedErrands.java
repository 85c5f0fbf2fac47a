package io.genjin.bot.platform;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * db-scheduler can't move an errand while it runs, and forgets it when it ends. Its new time is kept by another errand,
 * which then sets it anew.
 */
@Configuration(proxyBeanMethods = false)
class PostponedErrands {
    static final TaskDescriptor<Void> POSTPONED = TaskDescriptor.of("set-postponed-errand");

    private static final Duration ENDS_SOON = Duration.ofSeconds(1);
    private static final char BETWEEN = '/';

    static String id(String errand, String id) {
        return errand + BETWEEN + id;
    }

    @Bean
    static Task<Void> setPostponedErrand(Timers timers, InstantSource clock) {
        return Tasks.custom(POSTPONED).onFailure(Errands.again()).execute((instance, context) -> {
            int end = instance.getId().indexOf(BETWEEN);
            String errand = instance.getId().substring(0, end);
            if (timers.setNow(errand, instance.getId().substring(end + 1))) {
                return new CompletionHandler.OnCompleteRemove<>();
            }
            return (complete, operations) ->
                    operations.reschedule(complete, clock.instant().plus(ENDS_SOON));
        });
    }
}
