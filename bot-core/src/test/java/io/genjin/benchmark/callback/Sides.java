package io.genjin.benchmark.callback;

import io.genjin.benchmark.BenchmarkSettings;
import io.genjin.benchmark.Child;
import io.genjin.benchmark.Database;
import io.genjin.benchmark.Load;
import io.genjin.benchmark.SampleCallbacks;
import io.genjin.sandbox.engine.SharedEngines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The servers under load, all of them running throughout, so that rounds can take turns. */
final class Sides implements AutoCloseable {
    final Load load = Load.start();
    private final List<AutoCloseable> open = new ArrayList<>(List.of(load));

    Sides() throws Exception {}

    /** Two ways into one process: what separates them is not another compilation of the same code. */
    List<Side> floorAndVerify() throws Exception {
        Database database = database();
        Child server = product("verify", database);
        return List.of(
                new Side("floor", CallbackServer.FLOOR, server, database, null),
                new Side("verify", CallbackServer.CALLBACK, server, database, null));
    }

    /** The product: {@code accept}, or {@code handled}. */
    Side product(String name) throws Exception {
        Database database = database();
        return side(name, product(name, database), database, "inbox");
    }

    Side usual() throws Exception {
        Database database = database();
        List<String> settings = new ArrayList<>(List.of(
                "--spring.config.name=none",
                "--server.port=0",
                // As in the product: else every hundredth request would pay for a new connection.
                "--server.tomcat.max-keep-alive-requests=100000",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--logging.level.me.chanjar.weixin=off",
                "--mybatis-plus.global-config.banner=false",
                "--spring.flyway.enabled=false",
                "--spring.autoconfigure.exclude=org.redisson.spring.starter.RedissonAutoConfigurationV2,"
                        + "org.redisson.spring.starter.RedissonAutoConfigurationV4,"
                        + "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration"));
        settings.addAll(Arrays.asList(database.settings()));
        Child server = start(UsualServer.class, "usual", settings);
        return side("usual", server, database, "usual_message");
    }

    Child timers() throws Exception {
        return start(TimerServer.class, "timers", List.of(database().url()));
    }

    private Child product(String profile, Database database) throws Exception {
        List<String> settings = new ArrayList<>(SampleCallbacks.settings());
        settings.addAll(List.of(
                "--spring.profiles.active=" + profile,
                "--server.port=0",
                "--spring.data.redis.port=" + SharedEngines.redis().port(),
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn"));
        settings.addAll(Arrays.asList(database.settings()));
        String more = System.getProperty("genjin.benchmark.settings", "");
        Collections.addAll(settings, more.isEmpty() ? new String[0] : more.split(" "));
        return start(CallbackServer.class, profile, settings);
    }

    private Child start(Class<?> main, String name, List<String> settings) throws Exception {
        Child server = Child.start(main, BenchmarkSettings.serverJvm(name), settings.toArray(String[]::new));
        open.add(server);
        return server;
    }

    private Database database() throws Exception {
        Database database = new Database();
        open.add(database);
        return database;
    }

    private static Side side(String name, Child server, Database database, @Nullable String table) {
        return new Side(name, CallbackServer.CALLBACK, server, database, table);
    }

    @Override
    public void close() throws Exception {
        Collections.reverse(open);
        for (AutoCloseable each : open) {
            each.close();
        }
    }
}
