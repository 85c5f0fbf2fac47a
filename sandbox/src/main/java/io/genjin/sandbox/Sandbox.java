package io.genjin.sandbox;

import io.genjin.sandbox.engine.DatabaseServer;
import io.genjin.sandbox.engine.RedisProcess;
import io.genjin.sandbox.wecom.SimulatorOptions;
import io.genjin.sandbox.wecom.WeComSimulator;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Database, Redis and, unless left out, the WeCom simulator, all running on loopback. */
public final class Sandbox implements AutoCloseable {
    /** The database that a sandbox holds from the start; user root, no password. */
    public static final String DATABASE = "genjin";

    private final DatabaseServer database;
    private final RedisProcess redis;
    private final @Nullable WeComSimulator wecom;

    private Sandbox(DatabaseServer database, RedisProcess redis, @Nullable WeComSimulator wecom) {
        this.database = database;
        this.redis = redis;
        this.wecom = wecom;
    }

    /**
     * Starts everything and returns when all of it answers. What was started is stopped again if a later part fails.
     *
     * @throws io.genjin.sandbox.engine.EngineFailure if a process does not come up
     * @throws IllegalStateException if the simulator's port is taken
     */
    public static Sandbox start(SandboxOptions options) {
        AutoCloseable first = null;
        AutoCloseable second = null;
        try {
            var redis = options.dataDir()
                    .map(folder -> RedisProcess.start(folder.resolve("redis"), options.redisPort()))
                    .orElseGet(() -> RedisProcess.startTemporary(options.redisPort()));
            first = redis;
            var database = options.dataDir()
                    .map(folder -> options.database().start(folder, options.mariadbPort()))
                    .orElseGet(() -> options.database().startTemporary(options.mariadbPort()));
            second = database;
            createDatabase(database);
            return new Sandbox(database, redis, options.wecomEnabled() ? simulator(options) : null);
        } catch (RuntimeException e) {
            closeAll(e, second, first);
            throw e;
        }
    }

    private static WeComSimulator simulator(SandboxOptions options) {
        return WeComSimulator.start(SimulatorOptions.defaults()
                .withPort(options.wecomPort())
                .withCallbackUrls(options.callbackUrls().toArray(URI[]::new)));
    }

    private static void createDatabase(DatabaseServer database) {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(DATABASE))) {
            connection.isValid(2);
        } catch (SQLException e) {
            throw new IllegalStateException("database " + DATABASE + " can't be made: " + e.getMessage(), e);
        }
    }

    /** The database server. */
    public DatabaseServer database() {
        return database;
    }

    /** The Connector/J URL of the database genjin. */
    public String jdbcUrl() {
        return database.jdbcUrl(DATABASE);
    }

    /** Redis. */
    public RedisProcess redis() {
        return redis;
    }

    /** The simulator, unless it was left out. */
    public Optional<WeComSimulator> wecom() {
        return Optional.ofNullable(wecom);
    }

    @Override
    public void close() {
        if (wecom != null) {
            wecom.close();
        }
        redis.close();
        database.close();
    }

    private static void closeAll(RuntimeException cause, @Nullable AutoCloseable... started) {
        for (var each : started) {
            try {
                if (each != null) {
                    each.close();
                }
            } catch (Exception e) {
                cause.addSuppressed(e);
            }
        }
    }
}
