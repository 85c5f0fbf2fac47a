package io.genjin.bot.operations;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.genjin.bot.platform.Pruned;
import io.genjin.bot.platform.RecurringErrand;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The errands of this package; each runs on one node at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OperationsProperties.class, RetentionProperties.class})
class OperationsJobs {
    private static final Logger log = LoggerFactory.getLogger(OperationsJobs.class);
    private static final String WATCH = "watch-queue";
    private static final String PRUNE = "prune-old-rows";
    private static final String PRUNE_INSTANCE = "all";

    @Bean
    static Task<Void> watchQueue(ObjectProvider<QueueAlarm> alarm, OperationsProperties properties) {
        return Tasks.recurring(WATCH, FixedDelay.of(properties.watchEvery()))
                .execute((instance, context) -> alarm.getObject().look());
    }

    @Bean
    static RecurringErrand watchQueueErrand(OperationsProperties properties) {
        return new RecurringErrand(WATCH, RecurringTask.INSTANCE, properties.watchEvery());
    }

    @Bean
    static RecurringErrand pruneOldRowsErrand(RetentionProperties properties) {
        return new RecurringErrand(PRUNE, PRUNE_INSTANCE, properties.every());
    }

    /** A batch, then a pause by way of the timer: a year's rows never make one long run, nor die with their node. */
    @Bean
    static Task<Void> pruneOldRows(ObjectProvider<Pruned> tables, RetentionProperties properties, InstantSource clock) {
        return Tasks.custom(PRUNE, Void.class)
                .scheduleOnStartup(PRUNE_INSTANCE, null, now -> now.plus(properties.every()))
                .execute((instance, context) -> {
                    List<Pruned> all = tables.orderedStream().toList();
                    boolean more = pruneOnce(all, clock.instant(), properties.batch());
                    Duration pause = more ? properties.pause() : properties.every();
                    return (complete, timer) ->
                            timer.reschedule(complete, clock.instant().plus(pause));
                });
    }

    /** One batch of each table, whatever becomes of the others; whether there is more. */
    static boolean pruneOnce(List<Pruned> tables, Instant now, int batch) {
        return tables.stream().map(table -> pruneOne(table, now, batch)).reduce(false, Boolean::logicalOr);
    }

    private static boolean pruneOne(Pruned table, Instant now, int batch) {
        try {
            return table.prune(now, batch) == batch;
        } catch (RuntimeException failed) {
            log.warn(
                    "retention: {} keeps its old rows until the next time ({})",
                    table.table(),
                    failed.getClass().getSimpleName());
            return false;
        }
    }
}
