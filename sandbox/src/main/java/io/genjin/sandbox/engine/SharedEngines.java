package io.genjin.sandbox.engine;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One database and one Redis for all tests of a JVM, started at the first use on free ports and gone with their data
 * when the JVM ends. System property {@code genjin.test.database} chooses {@code mariadb} (the default) or
 * {@code mysql8}. A test that kills an engine restarts it before it ends. Thread-safe.
 */
public final class SharedEngines {
    private static @Nullable DatabaseServer database;
    private static @Nullable RedisProcess redis;

    private SharedEngines() {}

    /**
     * The JVM's database server.
     *
     * @throws EngineFailure if it does not come up
     */
    public static synchronized DatabaseServer database() {
        var running = database;
        if (running == null) {
            running = DatabaseEngine.named(System.getProperty("genjin.test.database", "mariadb"))
                    .startTemporary(0);
            database = running;
            closeAtEnd(running);
        }
        return running;
    }

    /**
     * The JVM's Redis.
     *
     * @throws EngineFailure if it does not come up
     */
    public static synchronized RedisProcess redis() {
        var running = redis;
        if (running == null) {
            running = RedisProcess.startTemporary(0);
            redis = running;
            closeAtEnd(running);
        }
        return running;
    }

    /** A Connector/J URL of a new, empty database whose name nobody else has; the first connection creates it. */
    public static String freshDatabase() {
        return database().jdbcUrl("t_" + UUID.randomUUID().toString().replace("-", ""));
    }

    private static void closeAtEnd(AutoCloseable engine) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeQuietly(engine), "genjin-engine-end"));
    }

    private static void closeQuietly(AutoCloseable engine) {
        try {
            engine.close();
        } catch (Exception e) {
            // Nobody is left to react; the guard process removes what remains.
            System.err.println("engine not closed: " + e.getMessage());
        }
    }
}
