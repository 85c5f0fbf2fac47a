package io.genjin.benchmark.whole;

import io.genjin.benchmark.Database;
import io.genjin.sandbox.engine.SharedEngines;
import io.genjin.sandbox.wecom.SandboxCorp;
import io.genjin.sandbox.wecom.SimulatorOptions;
import io.genjin.sandbox.wecom.WeComSimulator;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** A company: its WeCom, its database with everything that happened before, and the nodes that serve it. */
final class Town implements AutoCloseable {
    private static final AtomicInteger FOUNDED = new AtomicInteger();
    private static final int REDIS_DATABASES = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Of processor time in a second. */
    private static final Duration IDLE = Duration.ofMillis(150);

    static {
        // What is printed are tables.
        LoggingSystem.get(Town.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
    }

    private final int redisDatabase = FOUNDED.getAndIncrement() % REDIS_DATABASES;
    private final WeComSimulator wecom =
            WeComSimulator.start(SimulatorOptions.defaults().withPort(0));
    private final String jdbcUrl = SharedEngines.freshDatabase();
    private final List<BotProcess> nodes = new ArrayList<>();

    private Town() {}

    /** One without nodes yet, on a database with the tables of the release and nothing in them. */
    static Town found() throws SQLException {
        Town town = new Town();
        Team.join(town.wecom);
        Flyway.configure()
                .dataSource(town.jdbcUrl, "root", "")
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
        town.run(Database.BUFFER_POOL);
        return town;
    }

    /**
     * Starts a node as in production, but for the quiet period, which would hide what is measured. System property
     * {@code genjin.benchmark.node-options} adds options of the virtual machine, for example for a profiler.
     */
    BotProcess startNode() throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("-Xmx1g"));
        Stream.of(System.getProperty("genjin.benchmark.node-options", "").split(" "))
                .filter(option -> !option.isBlank())
                .forEach(options::add);
        options.addAll(List.of("-jar", BotProcess.jar().toString()));
        return startNode(options);
    }

    BotProcess startNode(List<String> javaOptions) throws IOException, InterruptedException {
        BotProcess node = BotProcess.start(javaOptions, settings());
        nodes.add(node);
        return node;
    }

    List<String> settings() {
        return List.of(
                "--wx.cp.corp-id=" + SandboxCorp.CORP_ID,
                "--wx.cp.corp-secret=" + SandboxCorp.CORP_SECRET,
                "--wx.cp.agent-id=" + SandboxCorp.AGENT_ID,
                "--wx.cp.token=" + SandboxCorp.TOKEN,
                "--wx.cp.aes-key=" + SandboxCorp.AES_KEY,
                "--wx.cp.kf-secret=" + SandboxCorp.KF_SECRET,
                "--wx.cp.base-api-url=" + wecom.baseUrl(),
                "--spring.datasource.url=" + jdbcUrl,
                "--spring.datasource.username=root",
                "--spring.datasource.password=",
                "--spring.data.redis.host=127.0.0.1",
                "--spring.data.redis.port=" + SharedEngines.redis().port(),
                "--spring.data.redis.database=" + redisDatabase,
                "--genjin.public-url=https://crm.example.com",
                "--genjin.push.quiet-hours=none",
                "--genjin.capture.quiet-period=PT0S");
    }

    WeComSimulator wecom() {
        return wecom;
    }

    List<BotProcess> nodes() {
        return List.copyOf(nodes);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, "root", "");
    }

    void run(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    long count(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Waits until a node that has just started has nothing more to do for itself, such as meeting all members. */
    void awaitIdle() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Duration before = Duration.ZERO;
        for (Duration now = cpu(); System.nanoTime() < end; now = cpu()) {
            if (now.minus(before).compareTo(IDLE) < 0) {
                return;
            }
            before = now;
            TimeUnit.SECONDS.sleep(1);
        }
    }

    /** Waits until everything accepted is handled and everything to push is out. */
    void settle() throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && waiting() > 0) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private long waiting() throws SQLException {
        return count("SELECT (SELECT COUNT(*) FROM inbox WHERE state = 0)"
                + " + (SELECT COUNT(*) FROM outbox_message WHERE state = 0)"
                + " + (SELECT COUNT(*) FROM scheduled_tasks WHERE task_name = 'settle-draft')");
    }

    private Duration cpu() {
        return nodes.stream().map(BotProcess::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    /** SQL commands that the server has taken so far, from everybody. */
    long commands() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Questions'")) {
            row.next();
            return row.getLong(2);
        }
    }

    void closeNodes() throws InterruptedException {
        for (BotProcess node : nodes) {
            node.close();
        }
        nodes.clear();
    }

    @Override
    public void close() throws InterruptedException {
        closeNodes();
        wecom.close();
    }
}
