package io.genjin.sandbox.campaign;

import io.genjin.sandbox.Sandbox;
import io.genjin.sandbox.engine.DatabaseEngine;
import io.genjin.sandbox.engine.DatabaseServer;
import io.genjin.sandbox.engine.RedisProcess;
import io.genjin.sandbox.wecom.SimulatorOptions;
import io.genjin.sandbox.wecom.WeComSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What is around the bot: database, Redis and WeCom, each on a port of its own, with data in one folder. */
final class Outside implements AutoCloseable {
    /** How long the simulator waits before it repeats a callback; WeCom's own spacing is not documented. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(3);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final DatabaseServer database;
    private final RedisProcess redis;
    private final WeComSimulator wecom;

    Outside(Path folder, Ports ports) {
        try {
            database = DatabaseEngine.MARIADB.start(folder.resolve("database"), ports.next());
            started.push(database);
            redis = RedisProcess.start(folder.resolve("redis"), ports.next());
            started.push(redis);
            wecom = WeComSimulator.start(
                    SimulatorOptions.defaults().withPort(ports.next()).withRetryAfter(RETRY_AFTER));
            started.push(wecom);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    DatabaseServer database() {
        return database;
    }

    RedisProcess redis() {
        return redis;
    }

    WeComSimulator wecom() {
        return wecom;
    }

    String jdbcUrl() {
        return database.jdbcUrl(Sandbox.DATABASE);
    }

    /**
     * The settings of one node: times so short that a minute shows what otherwise takes an hour, and no pauses that
     * would keep words without a card of their own.
     */
    List<String> settings(int port) {
        return List.of(
                "--spring.profiles.active=sandbox",
                "--server.port=" + port,
                "--spring.datasource.url=" + jdbcUrl(),
                "--spring.data.redis.port=" + redis.port(),
                "--wx.cp.base-api-url=" + wecom.baseUrl(),
                "--genjin.capture.quiet-period=PT0.5S",
                "--genjin.capture.cool-down=PT0S",
                "--genjin.capture.cards-a-day=1000000",
                "--genjin.capture.resend-after=PT5S",
                "--genjin.capture.gather-within=PT2S",
                "--genjin.inbox.lease=PT5S",
                "--genjin.outbox.lease=PT8S",
                "--genjin.kf.poll=PT10S",
                "--db-scheduler.polling-interval=200ms",
                "--db-scheduler.heartbeat-interval=1s",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn");
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                System.err.println("not closed: " + e.getMessage());
            }
        }
    }
}
