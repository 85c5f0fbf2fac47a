package io.genjin.benchmark.callback;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import io.genjin.benchmark.Child;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** db-scheduler as it drains fastest: 16 threads, lock-and-fetch, upper limit 4, the product's own tuned connections. */
final class TimerServer {
    private static final int THREADS = 16;

    private final AtomicInteger executed = new AtomicInteger();
    private final OneTimeTask<Void> noOp =
            Tasks.oneTime("no-op").execute((instance, context) -> executed.incrementAndGet());
    private final HikariDataSource database = new HikariDataSource();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private int made;

    private TimerServer(String jdbcUrl) {
        database.setJdbcUrl(jdbcUrl);
        database.setUsername("root");
        database.setMaximumPoolSize(32);
        database.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        database.addDataSourceProperty("rewriteBatchedStatements", "true");
        database.addDataSourceProperty("cachePrepStmts", "true");
        database.addDataSourceProperty("useLocalSessionState", "true");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream answers = Child.answers();
        TimerServer server = new TimerServer(arguments[0]);
        Child.serve(
                answers,
                "ready",
                question -> String.format(Locale.ROOT, "%.6f", server.drain(Integer.parseInt(question[1]))));
    }

    /** Seconds from the start of a scheduler until it has executed and removed {@code backlog} due tasks. */
    private double drain(int backlog) throws InterruptedException {
        Scheduler scheduler = Scheduler.create(database, noOp)
                .threads(THREADS)
                .pollUsingLockAndFetch(0.5, 4.0)
                .pollingInterval(Duration.ofMillis(50))
                .alwaysPersistTimestampInUTC()
                .build();
        Stream<TaskInstance<?>> due =
                IntStream.range(made, made + backlog).mapToObj(number -> noOp.instance("n" + number));
        scheduler.scheduleBatch(due, Instant.now());
        made += backlog;
        executed.set(0);
        long start = System.nanoTime();
        scheduler.start();
        while (executed.get() < backlog || left() > 0) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        scheduler.stop();
        return seconds;
    }

    private long left() {
        List<Long> left = jdbc.queryForList("SELECT EXISTS (SELECT 1 FROM scheduled_tasks)", Long.class);
        return left.get(0);
    }
}
