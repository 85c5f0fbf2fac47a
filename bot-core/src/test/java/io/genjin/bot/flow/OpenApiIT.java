package io.genjin.bot.flow;

import static io.genjin.bot.flow.FlowBot.BOT;
import static io.genjin.bot.flow.FlowBot.card;
import static io.genjin.bot.flow.FlowBot.rep;
import static io.genjin.bot.flow.FlowBot.settle;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.bot.testing.TestBot;
import io.genjin.sandbox.wecom.api.Trouble;
import io.genjin.sandbox.wecom.phone.CardView;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The open API, as others rely on it. */
class OpenApiIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(BOT.url(path)).header("Authorization", "Bearer " + TestBot.API_TOKEN);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private static HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static String message(String id, MemberPhone rep, boolean customer, Duration ago, String text) {
        return """
                {"msgId":"%s","conversationId":"conv-%s","from":{"kind":"%s","id":"%s","name":"冯%s"},"repUserId":"%s","sentAt":"%s","text":"%s"}""".formatted(
                        id,
                        rep.userId(),
                        customer ? "CUSTOMER" : "MEMBER",
                        customer ? "wmArchive" + rep.userId() : rep.userId(),
                        rep.userId(),
                        rep.userId().toUpperCase(java.util.Locale.ROOT),
                        BOT.wecom().now().minus(ago),
                        text);
    }

    private static void problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(answer).path("status").asInt()).isEqualTo(status);
        assertThat(answer.body())
                .doesNotContain("Exception")
                .doesNotContain("io.genjin")
                .doesNotContain("SQL");
    }

    @Test
    void archivedMessagesAreTakenOnceAndOldOnesMakeNoCard() throws Exception {
        MemberPhone li = rep("何一");
        String old = message("a-1-" + li.userId(), li, true, Duration.ofDays(2), "报价单发我一份");
        String own = message("a-2-" + li.userId(), li, false, Duration.ofMinutes(3), "好的，报价和合同马上发您");
        HttpResponse<String> first = post("/api/v1/chat-messages", "[" + own + "," + old + "," + old + "]");
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(json(first)).isEqualTo(JSON.readTree("{\"accepted\":2,\"duplicates\":1}"));
        settle();
        assertThat(li.cards()).isEmpty();
        assertThat(BOT.count(
                        "SELECT COUNT(*) FROM crm_chat_message WHERE source_key LIKE ?", "archive:a-%-" + li.userId()))
                .isEqualTo(2);
        String fresh = message("a-3-" + li.userId(), li, true, Duration.ofMinutes(1), "预算12万，报价单呢");
        assertThat(json(post("/api/v1/chat-messages", "[" + fresh + "," + old + "]")))
                .isEqualTo(JSON.readTree("{\"accepted\":1,\"duplicates\":1}"));
        CardView card = card(li);
        assertThat(card.title()).startsWith("冯" + li.userId());
        assertThat(card.desc()).isEqualTo("报价");
        assertThat(json(post("/api/v1/chat-messages", "[]")).toString()).isEqualTo("{\"accepted\":0,\"duplicates\":0}");
    }

    @Test
    void oneInvalidElementRefusesTheListAndStoresNothing() throws Exception {
        MemberPhone li = rep("何二");
        String good = message("b-1-" + li.userId(), li, true, Duration.ofMinutes(1), "报价单发我一份");
        String bad = good.replace("b-1", "b-2")
                .replace("\"repUserId\":\"" + li.userId().toUpperCase(java.util.Locale.ROOT), "\"repUserId\":\"nobody");
        HttpResponse<String> answer = post("/api/v1/chat-messages", "[" + good + "," + bad + "]");
        problem(answer, 422);
        JsonNode error = json(answer).path("errors").get(0);
        assertThat(error.path("index").asInt()).isEqualTo(1);
        assertThat(error.path("field").asString()).isEqualTo("repUserId");
        assertThat(error.path("message").asString()).isNotBlank();
        assertThat(BOT.count("SELECT COUNT(*) FROM inbox WHERE source_key LIKE ?", "archive:b-%-" + li.userId()))
                .isZero();
    }

    @Test
    void whatIsNoListOrTooLargeIsRefused() throws Exception {
        problem(post("/api/v1/chat-messages", "{}"), 400);
        problem(post("/api/v1/chat-messages", "[{"), 400);
        problem(post("/api/v1/chat-messages", ""), 400);
        problem(
                post(
                        "/api/v1/chat-messages",
                        IntStream.range(0, 501).mapToObj(i -> "{}").collect(Collectors.joining(",", "[", "]"))),
                413);
        problem(post("/api/v1/chat-messages", "[\"" + "x".repeat(1 << 20) + "\"]"), 413);
        problem(post("/api/v1/chat-messages", "[1,null,\"x\",[]]"), 422);
        problem(post("/api/v1/chat-messages", "[".repeat(5000) + "]".repeat(5000)), 400);
        problem(
                send(request("/api/v1/chat-messages")
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("[]"))),
                415);
        problem(send(request("/api/v1/chat-messages").DELETE()), 405);
    }

    @Test
    void nobodyGetsInWithoutAToken() throws Exception {
        for (String path : List.of(
                "/api/v1/leads", "/api/v1/leads/1", "/api/v1/drafts", "/api/v1/follow-ups", "/api/v1/nothing")) {
            problem(send(HttpRequest.newBuilder(BOT.url(path))), 401);
            problem(send(HttpRequest.newBuilder(BOT.url(path)).header("Authorization", "Bearer wrong")), 401);
            problem(
                    send(HttpRequest.newBuilder(BOT.url(path)).header("Authorization", "Basic " + TestBot.API_TOKEN)),
                    401);
        }
        HttpResponse<String> posted = send(HttpRequest.newBuilder(BOT.url("/api/v1/chat-messages"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("[]")));
        problem(posted, 401);
    }

    @Test
    void aTokenFromThePageWorksUntilItIsRemoved() throws Exception {
        Browser admin = Browser.of("zhao.min");
        String page =
                admin.post("/h5/admin/tokens", "name", "报表", "scopes", "READ").body();
        java.util.regex.Matcher secret =
                java.util.regex.Pattern.compile("[0-9a-f]{64}").matcher(page);
        assertThat(secret.find()).isTrue();
        String token = secret.group();
        HttpRequest.Builder ask =
                HttpRequest.newBuilder(BOT.url("/api/v1/leads")).header("Authorization", "Bearer " + token);
        assertThat(send(ask).statusCode()).isEqualTo(200);
        assertThat(admin.get("/h5/admin/tokens").body()).doesNotContain(token);
        String id = BOT.jdbc().queryForObject("SELECT digest FROM api_token WHERE name = '报表'", String.class);
        admin.post("/h5/admin/tokens/remove", "id", id);
        problem(send(ask), 401);
    }

    @Test
    void unknownThingsAreNotFoundAndWrongOnesNamed() throws Exception {
        problem(get("/api/v1/leads/" + "0".repeat(32)), 404);
        problem(get("/api/v1/leads/nonsense"), 404);
        problem(get("/api/v1/nothing"), 404);
        problem(get("/api/v1/leads?limit=many"), 400);
        problem(get("/api/v1/leads?cursor=x'"), 400);
        problem(get("/api/v1/drafts?status=MAYBE"), 400);
        problem(get("/api/v1/drafts?since=yesterday"), 400);
        problem(get("/api/v1/drafts?since=%2B999999999-12-31T23:59:59Z"), 400);
        problem(get("/api/v1/follow-ups?since=%2B999999999-12-31T23:59:59Z"), 400);
        problem(get("/api/v1/follow-ups?leadId=1"), 400);
        assertThat(json(get("/api/v1/leads?repUserId=nobody")))
                .isEqualTo(JSON.readTree("{\"items\":[],\"nextCursor\":null}"));
        assertThat(get("/api/v1/drafts?since=2026-01-01T00:00:00Z").statusCode())
                .isEqualTo(200);
        assertThat(get("/api/v1/follow-ups?since=2026-01-01T08:00:00%2B08:00").statusCode())
                .isEqualTo(200);
    }

    @Test
    void leadsAreMadeListedInPagesAndShown() throws Exception {
        MemberPhone li = rep("何三");
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> made = post(
                    "/api/v1/leads",
                    "{\"customerName\":\"戊三公司%d\",\"ownerUserId\":\"%s\",\"expectedAmountYuan\":128000.5,\"coreNeed\":\"要报价\",\"nextContactAt\":\"2026-12-01T15:00:00+08:00\"}"
                            .formatted(i, li.userId()));
            assertThat(made.statusCode()).isEqualTo(201);
            assertThat(json(made).path("nextContactAt").asString()).isEqualTo("2026-12-01T15:00");
        }
        JsonNode first = json(get("/api/v1/leads?limit=2&repUserId=" + li.userId()));
        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(first.path("items").get(0).path("customerName").asString()).isEqualTo("戊三公司2");
        JsonNode rest = json(get("/api/v1/leads?limit=2&repUserId=" + li.userId() + "&cursor="
                + first.path("nextCursor").asString()));
        assertThat(rest.path("items").size()).isEqualTo(1);
        assertThat(rest.path("nextCursor").isNull()).isTrue();
        String id = rest.path("items").get(0).path("id").asString();
        assertThat(json(get("/api/v1/leads/" + id)).path("expectedAmountYuan").asString())
                .isEqualTo("128000.5");
    }

    @Test
    void aLeadThatCannotBeIsRefusedByField() throws Exception {
        MemberPhone li = rep("何四");
        String good = "{\"customerName\":\"戊四公司\",\"ownerUserId\":\"" + li.userId() + "\"}";
        record Wrong(String field, String body) {}
        for (Wrong wrong : List.of(
                new Wrong("customerName", good.replace("戊四公司", "")),
                new Wrong("customerName", good.replace("戊四公司", "\u00a0")),
                new Wrong("customerName", good.replace("戊四公司", "长".repeat(101))),
                new Wrong("ownerUserId", good.replace(li.userId(), "nobody")),
                new Wrong("stage", good.replace("}", ",\"stage\":\"赢单\"}")),
                new Wrong("expectedAmountYuan", good.replace("}", ",\"expectedAmountYuan\":-1}")),
                new Wrong("nextContactAt", good.replace("}", ",\"nextContactAt\":\"2026-12-01T15:00\"}")),
                new Wrong("nextContactAt", good.replace("}", ",\"nextContactAt\":\"+99999-12-01T15:00:00Z\"}")))) {
            HttpResponse<String> answer = post("/api/v1/leads", wrong.body());
            problem(answer, 422);
            assertThat(json(answer).path("detail").asString()).startsWith(wrong.field());
        }
        problem(post("/api/v1/leads", good.replace("}", ",\"expectedAmountYuan\":\"viel\"}")), 400);
        problem(post("/api/v1/leads", "[]"), 400);
        assertThat(BOT.count("SELECT COUNT(*) FROM crm_customer WHERE name = '戊四公司'"))
                .isZero();
    }

    @Test
    void whoCannotBeLookedUpNowIsNoMistakeOfTheCallers() throws Exception {
        MemberPhone li = rep("何六");
        String lead = "{\"customerName\":\"戊六公司\",\"ownerUserId\":\"" + li.userId() + "\"}";
        BOT.wecom().misbehave().next("user/get", Trouble.errcode(-1), 1);
        HttpResponse<String> later = post("/api/v1/leads", lead);
        problem(later, 503);
        assertThat(later.headers().firstValue("Retry-After")).contains("30");
        assertThat(BOT.count("SELECT COUNT(*) FROM crm_customer WHERE name = '戊六公司'"))
                .isZero();
        assertThat(post("/api/v1/leads", lead).statusCode()).isEqualTo(201);
    }

    @Test
    void draftsAndFollowUpsAreListedWithTheirStatus() throws Exception {
        MemberPhone li = rep("何五");
        FlowBot.customer("陈五", "戊五公司", li).says("报价单发我一份，预算12万，明天下午三点电话聊");
        CardView card = card(li);
        JsonNode draft = json(get("/api/v1/drafts?status=OPEN&repUserId=" + li.userId()))
                .path("items")
                .get(0);
        assertThat(draft.path("status").asString()).isEqualTo("OPEN");
        assertThat(draft.path("amountYuan").asString()).isEqualTo("120000");
        assertThat(draft.path("intents").get(0).asString()).isEqualTo("QUOTE");
        assertThat(draft.path("nextContactAt").asString())
                .isEqualTo(card.selected().get("next_contact").get(0));
        li.presses(card, "确认");
        settle();
        JsonNode followUp = json(get("/api/v1/follow-ups?repUserId=" + li.userId()))
                .path("items")
                .get(0);
        assertThat(followUp.path("draftId").asString())
                .isEqualTo(draft.path("id").asString());
        assertThat(json(get("/api/v1/follow-ups?leadId="
                                + followUp.path("leadId").asString()))
                        .path("items")
                        .size())
                .isEqualTo(1);
        li.presses(card, "撤销");
        settle();
        assertThat(json(get("/api/v1/follow-ups?repUserId=" + li.userId()))
                        .path("items")
                        .size())
                .isZero();
        assertThat(json(get("/api/v1/follow-ups?withdrawn=true&repUserId=" + li.userId()))
                        .path("items")
                        .get(0)
                        .path("withdrawnAt")
                        .isNull())
                .isFalse();
        assertThat(json(get("/api/v1/drafts?repUserId=" + li.userId()))
                        .path("items")
                        .get(0)
                        .path("status")
                        .asString())
                .isEqualTo("UNDONE");
    }

    @Test
    void theDescriptionNamesEveryPath() throws Exception {
        JsonNode paths =
                json(send(HttpRequest.newBuilder(BOT.url("/v3/api-docs")))).path("paths");
        assertThat(paths.propertyNames())
                .contains(
                        "/api/v1/chat-messages",
                        "/api/v1/leads",
                        "/api/v1/leads/{id}",
                        "/api/v1/drafts",
                        "/api/v1/follow-ups");
    }
}
