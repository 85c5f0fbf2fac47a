package io.genjin.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.mysql.cj.jdbc.MysqlDataSource;
import io.genjin.sandbox.engine.SharedEngines;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** An errand that is set while it runs runs once more. */
class TimersIT {
    private static final TaskDescriptor<Void> ERRAND = TaskDescriptor.of("errand-that-runs");

    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger runs = new AtomicInteger();
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final Timers timers = new Timers(beans.getBeanProvider(Scheduler.class), InstantSource.system());
    private Scheduler scheduler;

    @BeforeEach
    void start() {
        MysqlDataSource database = new MysqlDataSource();
        database.setUrl(SharedEngines.freshDatabase());
        database.setUser("root");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
        Task<Void> errand = Tasks.oneTime(ERRAND).execute((instance, context) -> {
            started.countDown();
            awaitRelease();
            runs.incrementAndGet();
        });
        scheduler = Scheduler.create(
                        database, errand, PostponedErrands.setPostponedErrand(timers, InstantSource.system()))
                .pollingInterval(Duration.ofMillis(50))
                .threads(3)
                .build();
        beans.addBean("scheduler", scheduler);
        scheduler.start();
    }

    @AfterEach
    void stop() {
        release.countDown();
        scheduler.stop();
    }

    @Test
    void recurringErrandPutOffByAClockThatRanAheadIsPulledBackAndAnHonestOneIsNot() {
        release.countDown();
        var recurring = new RecurringErrands(
                beans.getBeanProvider(RecurringErrand.class),
                beans.getBeanProvider(Scheduler.class),
                InstantSource.system());
        var every = Duration.ofMinutes(5);
        Instant now = InstantSource.system().instant();
        scheduler.schedule(ERRAND.instance("honest").scheduledTo(now.plus(every)));
        scheduler.schedule(ERRAND.instance("ahead").scheduledTo(now.plus(Duration.ofHours(1))));
        recurring.pullBack(new RecurringErrand(ERRAND.getTaskName(), "honest", every));
        recurring.pullBack(new RecurringErrand(ERRAND.getTaskName(), "ahead", every));
        recurring.pullBack(new RecurringErrand(ERRAND.getTaskName(), "unknown", every));
        Awaitility.await("only the one").atMost(Duration.ofSeconds(20)).until(() -> scheduler
                .getScheduledExecution(TaskInstanceId.of(ERRAND.getTaskName(), "ahead"))
                .isEmpty());
        assertThat(runs).hasValue(1);
    }

    @Test
    void errandThatIsSetWhileItRunsRunsOnceMore() throws Exception {
        timers.set(ERRAND, "7", InstantSource.system().instant());
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        timers.set(ERRAND, "7", InstantSource.system().instant());
        release.countDown();
        Awaitility.await("it ran again").atMost(Duration.ofSeconds(20)).until(() -> runs.get() == 2);
        Awaitility.await("nothing is left")
                .atMost(Duration.ofSeconds(20))
                .until(() -> scheduler.getScheduledExecutions().isEmpty());
    }

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
