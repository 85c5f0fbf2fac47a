package io.genjin.bot.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.bot.testing.TestBot;
import io.genjin.sandbox.wecom.SandboxCorp;
import io.genjin.sandbox.wecom.callback.Delivery;
import io.genjin.sandbox.wecom.callback.DeliveryPlan;
import io.genjin.sandbox.wecom.wire.CallbackCrypto;
import io.genjin.sandbox.wecom.wire.CallbackXml;
import io.genjin.sandbox.wecom.wire.EncryptedCallback;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever reaches {@code /wecom/callback}: a precise 4xx, or kept and ignored; never a 5xx and never an effect. */
class BadInputIT {
    private static TestBot bot;
    private static HttpClient http;

    private long effects;

    @BeforeAll
    static void start() {
        bot = TestBot.start(Map.of());
        http = HttpClient.newHttpClient();
        bot.await("the members are there", () -> bot.count("SELECT COUNT(*) FROM crm_member") == 4);
    }

    @AfterAll
    static void stop() {
        bot.close();
    }

    @BeforeEach
    void countEffects() {
        effects = effects();
    }

    @AfterEach
    void nothingHappened() {
        bot.settle();
        assertThat(effects()).isEqualTo(effects);
        assertThat(bot.jdbc()
                        .queryForList(
                                "SELECT CONCAT(kind, ' ', note, ' ', LEFT(payload, 200)) FROM inbox WHERE attempts > 0",
                                String.class))
                .isEmpty();
    }

    @Test
    void wrongSignatureIs401() throws Exception {
        EncryptedCallback good = sealed(text("1"));
        refused(post(good.query().replace(good.signature(), "0".repeat(40)), good.body()), 401);
        refused(post("msg_signature=&timestamp=" + good.timestamp() + "&nonce=" + good.nonce(), good.body()), 401);
        refused(post("msg_signature=" + good.signature(), good.body()), 401);
        refused(post("", good.body()), 401);
        refused(post("msg_signature=%00%ff%E6%9D%8E&timestamp=x&nonce=y", good.body()), 401);
    }

    @Test
    void anothersCorporationIs403() throws Exception {
        refused(post(seal(SandboxCorp.TOKEN, "wwAnotherCorp", text("2"))), 403);
        refused(post(seal(SandboxCorp.TOKEN, "", text("2"))), 403);
        refused(post(seal("AnotherToken", SandboxCorp.CORP_ID, text("2"))), 401);
    }

    @Test
    void whatIsOlderThanAnHourIsSomebodysReplay() throws Exception {
        refused(post(sealedAt(text("7"), now() - 3_700)), 403);
        EncryptedCallback check = sealedAt("echo", now() - 3_700);
        refused(get(check.query() + "&echostr=" + URLEncoder.encode(check.encrypt(), UTF_8)), 403);
        String ignored =
                from("li.na").with("MsgType", "event").with("Event", "replayed").toString();
        EncryptedCallback young = sealedAt(ignored, now() - 3_000);
        for (int repeat = 0; repeat < 3; repeat++) {
            assertThat(post(young).statusCode()).isEqualTo(200);
        }
        bot.settle();
        assertThat(bot.count("SELECT COUNT(*) FROM inbox WHERE payload LIKE '%replayed%'"))
                .isEqualTo(1);
    }

    @Test
    void anOverheardCallbackIsNotDecryptedForWhoeverSendsItAsAUrlCheck() throws Exception {
        EncryptedCallback overheard = sealed(text("8"));
        HttpResponse<String> answer =
                get(overheard.query() + "&echostr=" + URLEncoder.encode(overheard.encrypt(), UTF_8));
        refused(answer, 400);
        assertThat(answer.body()).doesNotContain("华东快消");
    }

    @Test
    void tamperedCiphertextIs401AndSignedDamageIs400() throws Exception {
        EncryptedCallback good = sealed(text("3"));
        char first = good.encrypt().charAt(0);
        String tampered = (first == 'A' ? 'B' : 'A') + good.encrypt().substring(1);
        refused(post(good.query(), good.body().replace(good.encrypt(), tampered)), 401);
        refused(post(good.query(), good.body().replace(good.encrypt(), "")), 400);
        for (String damaged : new String[] {
            good.encrypt().substring(0, good.encrypt().length() - 4),
            good.encrypt().substring(0, 44),
            good.encrypt().substring(0, good.encrypt().length() / 2),
            tampered,
            "AAAA",
            "====",
            "not base64!",
        }) {
            HttpResponse<String> answer = post(signed(damaged));
            assertThat(answer.statusCode()).as(damaged).isIn(400, 403);
            assertPlain(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "{}",
                "<xml>",
                "<xml></xml>",
                "<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><Encrypt>&e;</Encrypt></xml>",
                "<!DOCTYPE xml [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><xml><Encrypt>&b;</Encrypt></xml>",
            })
    void envelopeThatIsNoneIs400(String body) throws Exception {
        refused(post(sealed(text("4")).query(), body), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<xml>",
                "<xml></xml>",
                "<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><Content>&e;</Content></xml>",
                "<xml><MsgType>text</MsgType></xml>",
                "<xml><CreateTime>1763856000</CreateTime></xml>",
                "<xml><CreateTime>99999999999999999999</CreateTime><MsgType>text</MsgType></xml>",
            })
    void sealedTextThatIsNoCallbackIs400(String plain) throws Exception {
        refused(post(sealed(plain)), 400);
    }

    @Test
    void bodyOverOneMegabyteIs413() throws Exception {
        String padding = "<!--" + "x".repeat(1 << 20) + "-->";
        EncryptedCallback good = sealed(text("5"));
        refused(post(good.query(), good.body() + padding), 413);
        // Also when its length is not told beforehand.
        HttpRequest chunked = HttpRequest.newBuilder(bot.url("/wecom/callback?" + good.query()))
                .header("Content-Type", "text/xml")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(good.body() + padding)))
                .build();
        refused(http.send(chunked, BodyHandlers.ofString()), 413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "image/png",
                "nonsense",
            })
    void contentTypeNeverMakesA5xx(String contentType) throws Exception {
        for (String body : new String[] {"a=1&b=%zz", "--x\r\n\r\n", "a=" + "x".repeat(2 << 20)}) {
            HttpRequest request = HttpRequest.newBuilder(bot.url("/wecom/callback"))
                    .header("Content-Type", contentType)
                    .POST(BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(contentType).isBetween(400, 499);
            assertPlain(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void otherMethodsAre405(String method) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(bot.url("/wecom/callback"))
                .method(method, BodyPublishers.ofString("x"))
                .build();
        refused(http.send(request, BodyHandlers.ofString()), 405);
    }

    @Test
    void requestThatBreaksOffIsNotKept() throws IOException {
        EncryptedCallback good = sealed(text("6"));
        try (Socket socket = new Socket("127.0.0.1", bot.port())) {
            socket.getOutputStream()
                    .write(("POST /wecom/callback?" + good.query()
                                    + " HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nContent-Length: "
                                    + (good.body().length() + 10) + "\r\n\r\n" + good.body())
                            .getBytes(UTF_8));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).doesNotContain("200 ", "500 ", "io.genjin");
        }
        assertThat(bot.count("SELECT COUNT(*) FROM inbox WHERE source_key LIKE 'm:%:6'"))
                .isZero();
    }

    @Test
    void urlCheckIsAnsweredPlainAndExact() throws Exception {
        assertThat(bot.wecom().callbackUrlPassesCheck()).isTrue();
        HttpResponse<String> answer = echo("你好 <1616140317555161061> ");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("你好 <1616140317555161061> ");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    }

    @Test
    void badUrlCheckIsRefused() throws Exception {
        EncryptedCallback sealed = sealed("echo");
        String echostr = "&echostr=" + URLEncoder.encode(sealed.encrypt(), UTF_8);
        refused(get(sealed.query()), 401);
        refused(get(""), 401);
        refused(get(sealed.query() + "&echostr=abc"), 401);
        refused(get(sealed.query().replace(sealed.nonce(), "other") + echostr), 401);
        EncryptedCallback damaged = signed("AAAA");
        refused(get(damaged.query() + "&echostr=AAAA"), 400);
        EncryptedCallback foreign = seal(SandboxCorp.TOKEN, "wwAnotherCorp", "echo");
        refused(get(foreign.query() + "&echostr=" + URLEncoder.encode(foreign.encrypt(), UTF_8)), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hologram", "mixed", "TEXT", "event2"})
    void unknownMessageTypesAreKeptAndIgnored(String type) {
        ignored(from("li.na").with("MsgType", type).with("MsgId", "77" + type).number("AgentID", 1000002));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "never_heard_of",
                "",
                "template_card_event",
                "template_card_menu_event",
                "kf_msg_or_event",
                "LOCATION",
                "subscribe",
            })
    void eventsWithoutIdsAreKeptAndIgnored(String event) {
        ignored(from("li.na").with("MsgType", "event").with("Event", event));
        ignored(CallbackXml.senderless(SandboxCorp.CORP_ID, 1_763_856_001)
                .with("MsgType", "event")
                .with("Event", event));
    }

    @Test
    void contactChangesThatNameNobodyChangeNothing() {
        for (String change : new String[] {"create_user", "update_user", "delete_user", "sing_a_song", ""}) {
            var xml = from("sys")
                    .with("MsgType", "event")
                    .with("Event", "change_contact")
                    .with("ChangeType", change);
            delivered(xml.toString());
            ignored(xml.with("UserID", "不是用户".repeat(1_000)));
        }
    }

    @Test
    void messagesWithoutUsableIdsAreKeptAndIgnored() {
        ignored(from("li.na").with("MsgType", "text").with("Content", "报价"));
        ignored(from("li.na").with("MsgType", "text").with("Content", "报价").with("MsgId", "1".repeat(500)));
        ignored(from("李娜 😀").with("MsgType", "text").with("Content", "报价").with("MsgId", "801"));
        ignored(from("x".repeat(5_000))
                .with("MsgType", "text")
                .with("Content", "报价")
                .with("MsgId", "802"));
        ignored(CallbackXml.senderless(SandboxCorp.CORP_ID, 1_763_856_001)
                .with("MsgType", "text")
                .with("Content", "报价")
                .with("MsgId", "803"));
    }

    @ParameterizedTest
    @CsvSource({
        "EventKey, 40000",
        "EventKey, 1024",
        "TaskId, 129",
        "TaskId, 40000",
        "ResponseCode, 40000",
        "FromUserName, 65",
    })
    void tapsWithAbsurdlyLongFieldsAreIgnored(String field, int length) {
        ignored(tap("a", "k", "c").with(field, "x".repeat(length)));
    }

    @Test
    void tapsWithUnknownKeysAreIgnored() {
        String id = "0".repeat(32);
        for (String key : new String[] {
            "",
            ":",
            "confirm",
            "draft.confirm:",
            "unknown:1",
            "draft.confirm:x:y",
            "../../etc/passwd",
            "' OR 1=1 --",
            "😀",
        }) {
            ignored(tap("task-1", key, "code"));
        }
        for (String taskId : new String[] {"", "任务", "a b", "task\n1"}) {
            ignored(tap(taskId, "draft.confirm:" + id + ":1", "code"));
        }
        ignored(tap("task-1", "draft.confirm:" + id + ":1", "码"));
    }

    @Test
    void whatWasIgnoredIsCounted() throws Exception {
        ignored(from("li.na").with("MsgType", "event").with("Event", "counted"));
        post(sealed("<xml></xml>"));
        String metrics = http.send(
                        HttpRequest.newBuilder(bot.url("/actuator/prometheus")).build(), BodyHandlers.ofString())
                .body();
        assertThat(metrics)
                .containsPattern("genjin_inbox_total\\{kind=\"Unknown\",outcome=\"ignored\"\\} [1-9]")
                .containsPattern("genjin_callbacks_total\\{outcome=\"malformed\"\\} [1-9]");
    }

    private static void ignored(CallbackXml xml) {
        long before = bot.count("SELECT COUNT(*) FROM inbox WHERE note LIKE 'ignored%'");
        delivered(xml.toString());
        assertThat(bot.count("SELECT COUNT(*) FROM inbox WHERE note LIKE 'ignored%'"))
                .as("%.300s", xml)
                .isGreaterThan(before);
    }

    private static void delivered(String xml) {
        Delivery delivery = bot.wecom().deliver(xml, DeliveryPlan.once());
        assertThat(delivery.statuses()).as("%.300s", xml).containsExactly(200);
        bot.settle();
    }

    private static long effects() {
        return bot.count("SELECT (SELECT COUNT(*) FROM outbox_message) + (SELECT COUNT(*) FROM crm_chat_message)"
                + " + (SELECT COUNT(*) FROM crm_lead) + (SELECT COUNT(*) FROM crm_follow_up)"
                + " + (SELECT COUNT(*) FROM crm_member)");
    }

    private static CallbackXml from(String user) {
        return CallbackXml.from(SandboxCorp.CORP_ID, user, 1_763_856_000);
    }

    private static CallbackXml tap(String taskId, String key, String code) {
        return from("li.na")
                .with("MsgType", "event")
                .with("Event", "template_card_event")
                .with("EventKey", key)
                .with("TaskId", taskId)
                .with("CardType", "button_interaction")
                .with("ResponseCode", code);
    }

    private static String text(String msgId) {
        return from("li.na")
                .with("MsgType", "text")
                .with("Content", "华东快消要报价")
                .with("MsgId", msgId)
                .toString();
    }

    private static EncryptedCallback sealed(String plain) {
        return bot.wecom().encryptCallback(plain);
    }

    private static EncryptedCallback seal(String token, String corpId, String plain) {
        var crypto = new CallbackCrypto(token, SandboxCorp.AES_KEY, corpId);
        return EncryptedCallback.seal(crypto, plain, SandboxCorp.CORP_ID, "1000002", now(), "n0nce");
    }

    private static EncryptedCallback sealedAt(String plain, long second) {
        var crypto = new CallbackCrypto(SandboxCorp.TOKEN, SandboxCorp.AES_KEY, SandboxCorp.CORP_ID);
        return EncryptedCallback.seal(crypto, plain, SandboxCorp.CORP_ID, "1000002", second, "n0nce");
    }

    private static long now() {
        return bot.wecom().now().getEpochSecond();
    }

    /** Any ciphertext under a good signature: what only a damaged WeCom could send. */
    private static EncryptedCallback signed(String encrypt) {
        var crypto = new CallbackCrypto(SandboxCorp.TOKEN, SandboxCorp.AES_KEY, SandboxCorp.CORP_ID);
        String now = String.valueOf(now());
        return new EncryptedCallback(
                crypto.signature(now, "n0nce", encrypt),
                now,
                "n0nce",
                encrypt,
                "<xml><Encrypt><![CDATA[" + encrypt + "]]></Encrypt></xml>");
    }

    private static HttpResponse<String> post(EncryptedCallback callback) throws Exception {
        return post(callback.query(), callback.body());
    }

    private static HttpResponse<String> post(String query, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(bot.url("/wecom/callback?" + query))
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String query) throws Exception {
        URI url = bot.url("/wecom/callback?" + query);
        return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> echo(String plain) throws Exception {
        EncryptedCallback sealed = sealed(plain);
        return get(sealed.query() + "&echostr=" + URLEncoder.encode(sealed.encrypt(), UTF_8));
    }

    private static void refused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertPlain(answer);
    }

    private static void assertPlain(HttpResponse<String> answer) {
        assertThat(answer.body())
                .doesNotContain("Exception", "io.genjin", "at org.", "java.")
                .hasSizeLessThan(400);
    }
}
