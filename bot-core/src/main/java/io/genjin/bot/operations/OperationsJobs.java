package io.genjin.bot.operations;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.genjin.bot.platform.Pruned;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The errands of this package; each runs on one node at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OperationsProperties.class, RetentionProperties.class})
class OperationsJobs {

    @Bean
    static Task<Void> watchQueue(ObjectProvider<QueueAlarm> alarm, OperationsProperties properties) {
        return Tasks.recurring("watch-queue", FixedDelay.of(properties.watchEvery()))
                .execute((instance, context) -> alarm.getObject().look());
    }

    /** A batch, then a pause by way of the timer: a year's rows never make one long run, nor die with their node. */
    @Bean
    static Task<Void> pruneOldRows(ObjectProvider<Pruned> tables, RetentionProperties properties, InstantSource clock) {
        return Tasks.custom("prune-old-rows", Void.class)
                .scheduleOnStartup("all", null, now -> now.plus(properties.every()))
                .execute((instance, context) -> {
                    List<Pruned> all = tables.orderedStream().toList();
                    boolean more = pruneOnce(all, clock.instant(), properties.batch());
                    Duration pause = more ? properties.pause() : properties.every();
                    return (complete, timer) ->
                            timer.reschedule(complete, clock.instant().plus(pause));
                });
    }

    /** One batch of each table; whether there is more. */
    static boolean pruneOnce(List<Pruned> tables, Instant now, int batch) {
        return tables.stream().map(table -> table.prune(now, batch) == batch).reduce(false, Boolean::logicalOr);
    }
}
