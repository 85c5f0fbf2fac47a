package io.genjin.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.bot.testing.TestBot;
import io.genjin.sandbox.engine.SharedEngines;
import io.genjin.sandbox.wecom.WeComSimulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The doctor beside a running bot, its page, and health. */
class DoctorIT {
    private static TestBot bot;

    @BeforeAll
    static void start() {
        // Lax, because only browsers send a Secure cookie to http://*.localhost.
        bot = TestBot.start(Map.of("genjin.login.cookie-same-site", "Lax"));
    }

    @AfterAll
    static void stop() {
        bot.close();
    }

    private record Said(int exit, String out) {}

    private record Page(int status, String body) {}

    @Test
    void theCommandLineFindsTheSandboxSound() {
        WeComSimulator wecom = bot.wecom();
        wecom.member("li.na").opensApp();
        bot.await("the callback is noted", () -> bot.count("SELECT COUNT(valid_at) FROM callback_watch") == 1);
        Said said = doctor();
        assertThat(said.out())
                .contains("✓ 数据库", "✓ 企业 ID", "✓ Secret", "✓ 可信 IP", "✓ 应用", "✓ 可信域名", "✓ 回调")
                .contains("✓ 时钟", "✓ Redis", "✓ 微信客服", "一切正常")
                .doesNotContain("✗");
        assertThat(said.exit()).isZero();
    }

    @Test
    void theCommandLineSaysTheOneThingToMendFirst() {
        Said said = doctor("--wx.cp.agent-id=1000003", "--spring.data.redis.port=1");
        assertThat(said.out()).contains("✗ 应用", "✗ Redis");
        assertThat(said.out().lines().filter(line -> line.startsWith("先解决")))
                .singleElement()
                .asString()
                .startsWith("先解决「应用」：")
                .contains("wx.cp.agent-id");
        assertThat(said.exit()).isEqualTo(1);
    }

    @Test
    void theCommandLineRunsWithoutADatabase() {
        Said said = doctor("--spring.datasource.url=jdbc:mysql://127.0.0.1:1/genjin");
        assertThat(said.out()).contains("✗ 数据库", "数据库连不上", "✓ Secret", "– 回调", "先解决「数据库」");
        assertThat(said.exit()).isEqualTo(1);
    }

    @Test
    void theCommandLineWaitsForTheAdministratorToClickSave() {
        bot.jdbc().update("UPDATE callback_watch SET valid_at = NULL, mismatch_at = NULL, mismatch = NULL");
        Said said = doctor("--wait", "--genjin.doctor.wait-for=PT0.1S");
        assertThat(said.out()).contains("点保存", "✗ 回调").contains("/wecom/callback");
    }

    @Test
    void aRequestThatOurTokenDoesNotFitIsTold() throws Exception {
        bot.jdbc().update("UPDATE callback_watch SET valid_at = NULL");
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        bot.url(
                                                "/wecom/callback?msg_signature=477715d11cdb4164915debcba66cb864d751f3e6&timestamp=1&nonce=2&echostr=abc"))
                                .build(),
                        BodyHandlers.ofString());
        bot.await("it is noted", () -> bot.count("SELECT COUNT(mismatch) FROM callback_watch") == 1);
        assertThat(doctor().out()).contains("✗ 回调").contains("wx.cp.token");
        bot.jdbc().update("UPDATE callback_watch SET mismatch_at = NULL, mismatch = NULL");
    }

    @Test
    void administratorsSeeThePageAndNobodyElse() throws Exception {
        Page page = open("admin-1.localhost");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("体检", "数据库", "可信域名", "检查于").doesNotContain("sandbox-corp-secret");
        Page refused = open("rep-1.localhost");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.body()).doesNotContain("可信域名");
    }

    @Test
    void healthShowsEveryEngineAndNothingSecret() throws Exception {
        String text = get(bot.url("/actuator/health")).body();
        JsonNode parts = JsonMapper.shared().readTree(text).path("components");
        assertThat(parts.path("db").path("status").asString("")).isEqualTo("UP");
        assertThat(parts.path("redis").path("status").asString("")).isEqualTo("UP");
        assertThat(parts.path("weCom").path("details").path("token").asString(""))
                .isEqualTo("ACCEPTED");
        assertThat(parts.path("queues").path("details").path("inboxParked").asInt(-1))
                .isZero();
        assertThat(parts.path("queues").path("details").has("outboxAgeSeconds")).isTrue();
        assertThat(parts.path("callbacks").path("status").asString("")).isEqualTo("UP");
        assertThat(text).doesNotContain("secret", "SandboxCallbackToken", "127.0.0.1");
    }

    @Test
    void prometheusCountsCallbacksAndQueues() throws Exception {
        bot.wecom().member("li.na").sends("帮助");
        bot.settle();
        assertThat(get(bot.url("/actuator/prometheus")).body())
                .contains("genjin_callbacks_total", "genjin_inbox_age_seconds", "genjin_inbox_parked")
                .contains("genjin_outbox_age_seconds", "genjin_outbox_dead", "genjin_pushes_total");
    }

    private static HttpResponse<String> get(URI url) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
    }

    /** Opens the page as the member of that phone, through WeCom's login; only browsers know *.localhost by themselves. */
    private static Page open(String phone) throws Exception {
        InetAddress[] loopback = {InetAddress.getLoopbackAddress()};
        try (CloseableHttpClient browser = HttpClients.custom()
                .setDnsResolver(host -> loopback)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setCookieSpec(CookieSpecs.STANDARD)
                        .build())
                .build()) {
            HttpGet request = new HttpGet("http://" + phone + ":" + bot.port() + "/h5/admin/doctor");
            return browser.execute(
                    request,
                    answer -> new Page(
                            answer.getStatusLine().getStatusCode(),
                            EntityUtils.toString(answer.getEntity(), StandardCharsets.UTF_8)));
        }
    }

    /** Runs the command in this JVM, against the running bot's engines. */
    private static synchronized Said doctor(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.profiles.active=sandbox",
                "--spring.data.redis.port=" + SharedEngines.redis().port(),
                "--wx.cp.base-api-url=" + bot.wecom().baseUrl()));
        if (Arrays.stream(more).noneMatch(each -> each.startsWith("--spring.datasource.url"))) {
            arguments.add("--spring.datasource.url=" + bot.jdbcUrl());
        }
        Arrays.stream(more)
                .peek(each -> arguments.removeIf(usual -> usual.startsWith(each.replaceAll("=.*", "="))))
                .toList()
                .forEach(arguments::add);
        PrintStream before = System.out;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
        try {
            int exit = DoctorCommand.run(arguments.toArray(String[]::new));
            return new Said(exit, captured.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }
}
