package io.genjin.bot.testing;

import io.genjin.bot.BotApplication;
import io.genjin.sandbox.engine.SharedEngines;
import io.genjin.sandbox.wecom.SimulatorOptions;
import io.genjin.sandbox.wecom.WeComSimulator;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole application on real engines, with WeCom simulated: nodes on free ports, a database of its own. */
public final class TestBot implements AutoCloseable {
    public static final String API_TOKEN = "test-api-token";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final AtomicInteger STARTED = new AtomicInteger();
    private static final int REDIS_DATABASES = 16;

    /** Each bot has a Redis database of its own: tokens of one simulator are worth nothing at another. */
    private final int redisDatabase = STARTED.getAndIncrement() % REDIS_DATABASES;

    private final WeComSimulator wecom;
    private final String jdbcUrl;
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();

    private TestBot(WeComSimulator wecom, String jdbcUrl, Map<String, Object> settings) {
        this.wecom = wecom;
        this.jdbcUrl = jdbcUrl;
        this.settings.putAll(settings);
    }

    /** One node, with these settings over the tests' usual ones. */
    public static TestBot start(Map<String, Object> settings) {
        return start(1, settings);
    }

    public static TestBot start(int nodes, Map<String, Object> settings) {
        WeComSimulator wecom = WeComSimulator.start(SimulatorOptions.defaults().withPort(0));
        TestBot bot = new TestBot(wecom, SharedEngines.freshDatabase(), settings);
        for (int i = 0; i < nodes; i++) {
            bot.startNode();
        }
        return bot;
    }

    /** One more node beside the others. */
    public ConfigurableApplicationContext startNode() {
        SpringApplication application = new SpringApplication(BotApplication.class);
        application.setAdditionalProfiles("sandbox");
        application.setRegisterShutdownHook(false);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("server.port", 0);
        // Deliberately not UTC: nothing may depend on the connection's time zone.
        all.put(
                "spring.datasource.url",
                jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?")
                        + "connectionTimeZone=%2B08:00&forceConnectionTimeZoneToSession=true");
        all.put("spring.datasource.username", "root");
        all.put("spring.datasource.password", "");
        all.put("spring.datasource.hikari.maximum-pool-size", 12);
        all.put("spring.data.redis.port", SharedEngines.redis().port());
        all.put("spring.data.redis.database", redisDatabase);
        all.put("wx.cp.base-api-url", wecom.baseUrl().toString());
        all.put("genjin.capture.quiet-period", "PT0.3S");
        all.put("genjin.capture.max-wait", "PT2S");
        all.put("genjin.capture.gather-within", "PT0S");
        all.put("genjin.api.tokens", "test=" + API_TOKEN);
        all.put("genjin.login.authorize-url", wecom.baseUrl() + "/connect/oauth2/authorize");
        all.put("genjin.login.web-login-url", wecom.baseUrl() + "/wwlogin/sso/login");
        all.put("db-scheduler.polling-interval", "100ms");
        all.put("logging.level.root", "warn");
        all.putAll(settings);
        List<String> arguments = new ArrayList<>();
        all.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        ConfigurableApplicationContext node = application.run(arguments.toArray(String[]::new));
        nodes.add(node);
        wecom.setCallbackUrls(nodes.stream().map(TestBot::callbackUrl).toArray(URI[]::new));
        return node;
    }

    /** Stops a node gracefully. */
    public void stopNode(ConfigurableApplicationContext node) {
        nodes.remove(node);
        wecom.setCallbackUrls(nodes.stream().map(TestBot::callbackUrl).toArray(URI[]::new));
        node.close();
    }

    public WeComSimulator wecom() {
        return wecom;
    }

    public String jdbcUrl() {
        return jdbcUrl;
    }

    public <T> T bean(Class<T> type) {
        return nodes.get(0).getBean(type);
    }

    public JdbcTemplate jdbc() {
        return bean(JdbcTemplate.class);
    }

    public int port() {
        return portOf(nodes.get(0));
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** Waits until {@code condition} holds; fails, naming {@code what}, when it does not in good time. */
    public void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(40))
                .until(condition);
    }

    /** Waits until everything accepted is handled and everything to push is out. */
    public void settle() {
        await(
                "inbox and outbox are empty",
                () -> count("SELECT COUNT(*) FROM inbox WHERE state = 0") == 0
                        && count("SELECT COUNT(*) FROM outbox_message WHERE state = 0") == 0);
    }

    public long count(String sql, Object... values) {
        Long count = jdbc().queryForObject(sql, Long.class, values);
        return count == null ? 0 : count;
    }

    private static URI callbackUrl(ConfigurableApplicationContext node) {
        return URI.create("http://127.0.0.1:" + portOf(node) + "/wecom/callback");
    }

    private static int portOf(ConfigurableApplicationContext node) {
        return ((ServletWebServerApplicationContext) node).getWebServer().getPort();
    }

    @Override
    public void close() {
        nodes.forEach(ConfigurableApplicationContext::close);
        wecom.close();
    }
}
