package io.genjin.benchmark.callback;

import io.genjin.benchmark.Child;
import io.genjin.benchmark.Database;
import io.genjin.benchmark.Load;
import io.genjin.benchmark.Load.Result;
import io.genjin.benchmark.Samples;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One way to answer a callback, and what its rounds showed. */
final class Side {
    private static final double FIRST_GUESS = 12_000;

    final String name;
    final Samples perSecond = new Samples();
    final Samples p50 = new Samples();
    final Samples p99 = new Samples();
    final Samples cpu = new Samples();
    final Samples databaseCpu = new Samples();
    final Samples commands = new Samples();
    private final String path;
    private final Child server;
    private final Database database;
    private final @Nullable String table;
    private double fastest = FIRST_GUESS;
    private long backlogAtEnd;
    private long failed;

    /** @param table what it fills, emptied before each run; null when it keeps nothing */
    Side(String name, String path, Child server, Database database, @Nullable String table) {
        this.name = name;
        this.path = path;
        this.server = server;
        this.database = database;
        this.table = table;
    }

    Child server() {
        return server;
    }

    /** As many as it takes for this long. */
    Result saturate(Load load, Duration length) throws Exception {
        begin();
        load.prepare(path, (long) (fastest * 1.4 * length.toMillis() / 1000));
        long commandsBefore = database.questions();
        Duration cpuBefore = server.cpu();
        Duration databaseBefore = Database.cpu();
        Result result = load.saturate(port(), length);
        backlogAtEnd = name.equals("handled") ? backlog() : 0;
        double each = 1.0 / result.answered();
        commands.add((database.questions() - commandsBefore - 1) * each);
        cpu.add(micros(server.cpu().minus(cpuBefore)) * each);
        databaseCpu.add(micros(Database.cpu().minus(databaseBefore)) * each);
        perSecond.add(result.perSecond());
        p50.add(result.p50Millis());
        p99.add(result.p99Millis());
        fastest = Math.max(fastest, result.perSecond());
        check(result);
        return result;
    }

    /** Evenly, at this share of its usual maximum. */
    Result pace(Load load, Duration length, double share) throws Exception {
        begin();
        double rate = perSecond.median() * share;
        load.prepare(path, (long) (rate * length.toMillis() / 1000));
        Result result = load.pace(port(), length, rate);
        check(result);
        return result;
    }

    /** Callbacks that were not answered with 200. */
    long failed() {
        return failed;
    }

    /** Rows that waited to be handed over when the last callback of the last saturating run was answered. */
    long backlogAtEnd() {
        return backlogAtEnd;
    }

    /** Waits until everything kept is handed over. */
    void settle() throws SQLException, InterruptedException {
        while (backlog() > 0) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private long backlog() throws SQLException {
        return database.number("SELECT COUNT(*) FROM inbox WHERE state = 0");
    }

    /** What the warming up showed is no result. */
    void forget() {
        perSecond.clear();
        p50.clear();
        p99.clear();
        cpu.clear();
        databaseCpu.clear();
        commands.clear();
        failed = 0;
    }

    private void begin() throws SQLException, InterruptedException {
        if (table != null) {
            if (name.equals("handled")) {
                settle();
            }
            database.run("TRUNCATE TABLE " + table);
        }
        TimeUnit.MILLISECONDS.sleep(500);
    }

    /** Fails when a callback was answered with 200 and is not there, or is there without having been sent. */
    private void check(Result result) throws SQLException, IOException {
        failed += result.failed();
        if ("inbox".equals(table)) {
            long rows = database.number("SELECT COUNT(*) FROM inbox");
            if (rows < result.answered() || rows > result.answered() + result.failed()) {
                throw new IOException(name + ": " + result.answered() + " answered with 200, " + rows + " rows");
            }
        }
    }

    private int port() {
        return Integer.parseInt(server.ready());
    }

    private static double micros(Duration duration) {
        return duration.toNanos() / 1e3;
    }
}
