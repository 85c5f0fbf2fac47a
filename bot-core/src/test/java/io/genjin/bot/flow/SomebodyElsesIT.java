package io.genjin.bot.flow;

import static io.genjin.bot.flow.FlowBot.BOT;
import static io.genjin.bot.flow.FlowBot.card;
import static io.genjin.bot.flow.FlowBot.customer;
import static io.genjin.bot.flow.FlowBot.draftOf;
import static io.genjin.bot.flow.FlowBot.rep;
import static io.genjin.bot.flow.FlowBot.settle;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.bot.access.Needs;
import io.genjin.bot.access.Scope;
import io.genjin.bot.flow.Browser.Answer;
import io.genjin.sandbox.wecom.SandboxCorp;
import io.genjin.sandbox.wecom.callback.DeliveryPlan;
import io.genjin.sandbox.wecom.phone.CardView;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import io.genjin.sandbox.wecom.wire.CallbackXml;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page and every call of the API, for everybody who is not concerned: a colleague, another team's manager, nobody
 * at all, a token without the scope. A new mapping needs a row here.
 */
class SomebodyElsesIT {
    private static final String OPEN = "己一公司";
    private static final String WON = "己二公司";
    private static final String[] NOTHING = {};

    private static MemberPhone owner;
    private static CardView openCard;
    private static CardView doneCard;
    private static String lead;

    /** Who may use it. */
    private enum For {
        /** Behind no login. */
        EVERYBODY,
        /** Shows or changes what is the viewer's own, and only that. */
        MEMBERS,
        /** One draft or lead: the owner, their managers, administrators. */
        OWNER,
        ADMIN,
        TOKEN
    }

    private record Row(String mapping, For whom, List<String> form) {
        boolean reads() {
            return mapping.startsWith("GET ");
        }

        boolean page() {
            return mapping.contains(" /h5/");
        }

        String path() {
            String path = mapping.substring(mapping.indexOf(' ') + 1);
            if (path.contains("/drafts/")) {
                return path.replace("{id}", draftOf(path.endsWith("/undo") ? doneCard : openCard));
            }
            return path.replace("{id}", path.contains("/leads/") ? lead : member(owner.userId()));
        }

        @Override
        public String toString() {
            return mapping;
        }
    }

    private static Row row(String mapping, For whom, String... form) {
        return new Row(mapping, whom, List.of(form));
    }

    static final List<Row> TABLE = List.of(
            row("GET /h5/login", For.EVERYBODY),
            row("POST /h5/logout", For.MEMBERS),
            row("GET /h5/drafts", For.MEMBERS),
            row("GET /h5/leads", For.MEMBERS),
            row("GET /h5/leads/{id}", For.OWNER),
            row("GET /h5/drafts/{id}", For.OWNER),
            row(
                    "POST /h5/drafts/{id}/confirm",
                    For.OWNER,
                    "version",
                    "1",
                    "customerName",
                    "盗",
                    "coreNeed",
                    "盗",
                    "keyPoints",
                    "",
                    "objection",
                    "",
                    "nextAction",
                    "",
                    "amount",
                    "",
                    "day",
                    "",
                    "time",
                    ""),
            row("POST /h5/drafts/{id}/ignore", For.OWNER, "version", "1"),
            row("POST /h5/drafts/{id}/undo", For.OWNER),
            row("POST /h5/drafts/{id}/restore", For.OWNER),
            row("POST /h5/drafts/{id}/customer", For.OWNER, "name", "盗"),
            row("POST /h5/drafts/{id}/owner", For.ADMIN, "member", "0".repeat(32)),
            row("GET /h5/admin/members", For.ADMIN),
            row("GET /h5/admin/members/{id}", For.ADMIN),
            row("POST /h5/admin/members/{id}", For.ADMIN, "roles", "ADMIN"),
            row("GET /h5/admin/tokens", For.ADMIN),
            row("POST /h5/admin/tokens", For.ADMIN, "name", "盗", "scopes", "READ"),
            row("POST /h5/admin/tokens/remove", For.ADMIN, "id", "0".repeat(64)),
            row("GET /h5/admin/doctor", For.ADMIN),
            row("POST /h5/admin/doctor", For.ADMIN),
            row("GET /h5/admin/operations", For.ADMIN),
            row("POST /h5/admin/operations/parked/{id}/replay", For.ADMIN),
            row("POST /h5/admin/operations/parked/{id}/discard", For.ADMIN),
            row("POST /h5/admin/operations/parked/replay", For.ADMIN),
            row("POST /h5/admin/operations/dead/{id}/replay", For.ADMIN),
            row("POST /h5/admin/operations/dead/{id}/discard", For.ADMIN),
            row("POST /h5/admin/operations/dead/replay", For.ADMIN),
            row("GET /api/v1/operations/parked-entries", For.TOKEN),
            row("POST /api/v1/operations/parked-entries/{id}/replay", For.TOKEN),
            row("POST /api/v1/operations/parked-entries/{id}/discard", For.TOKEN),
            row("GET /api/v1/operations/dead-pushes", For.TOKEN),
            row("POST /api/v1/operations/dead-pushes/{id}/replay", For.TOKEN),
            row("POST /api/v1/operations/dead-pushes/{id}/discard", For.TOKEN),
            row("GET /api/v1/leads", For.TOKEN),
            row("GET /api/v1/leads/{id}", For.TOKEN),
            row("POST /api/v1/leads", For.TOKEN),
            row("GET /api/v1/drafts", For.TOKEN),
            row("GET /api/v1/follow-ups", For.TOKEN),
            row("POST /api/v1/chat-messages", For.TOKEN));

    static Stream<Row> pages() {
        return TABLE.stream().filter(Row::page);
    }

    static Stream<Row> others() {
        return pages().filter(row -> row.whom() == For.OWNER || row.whom() == For.ADMIN);
    }

    static Stream<Row> changes() {
        return pages().filter(row -> !row.reads());
    }

    static Stream<Row> calls() {
        return TABLE.stream().filter(row -> row.whom() == For.TOKEN);
    }

    @BeforeAll
    static void oneOpenDraftAndOneLeadOfSomebody() {
        owner = rep("郑一");
        customer("周某", OPEN, owner).says("报价单发我一份，预算12万，明天下午三点电话聊");
        openCard = card(owner, 1);
        customer("吴某", WON, owner).says("报价单发我一份，预算13万，明天下午四点电话聊");
        doneCard = card(owner, 2);
        owner.presses(doneCard, "确认");
        settle();
        lead = BOT.jdbc()
                .queryForObject(
                        "SELECT lead_id FROM crm_follow_up WHERE draft_id = ?", String.class, draftOf(doneCard));
    }

    private static String member(String userId) {
        return BOT.jdbc().queryForObject("SELECT id FROM crm_member WHERE user_id = ?", String.class, userId);
    }

    /** Everything that a stranger could have changed. */
    private static String state() {
        return BOT.jdbc()
                .queryForList(
                        "SELECT CONCAT_WS(' ', id, status, version, member_id, customer_id) FROM capture_draft WHERE id IN (?, ?)"
                                + " UNION ALL SELECT CONCAT_WS(' ', id, draft_id, withdrawn_at) FROM crm_follow_up WHERE draft_id IN (?, ?)"
                                + " UNION ALL SELECT CONCAT_WS(' ', id, version, owner_id, stage_id) FROM crm_lead WHERE id = ?"
                                + " UNION ALL SELECT CONCAT_WS(' ', id, roles, manager_id) FROM crm_member WHERE user_id = ?"
                                + " UNION ALL SELECT digest FROM api_token"
                                + " UNION ALL SELECT name FROM crm_customer WHERE name = '盗'",
                        String.class,
                        draftOf(openCard),
                        draftOf(doneCard),
                        draftOf(openCard),
                        draftOf(doneCard),
                        lead,
                        owner.userId())
                .toString();
    }

    private static Browser colleague() throws IOException {
        return Browser.of("wang.wei");
    }

    /** Leads people, but none of the owner's team. */
    private static Browser otherManager() throws IOException {
        MemberPhone boss = rep("钱某");
        MemberPhone report = rep("孙某");
        Browser first = Browser.of(boss.userId());
        Browser.of(report.userId());
        Browser admin = Browser.of("zhao.min");
        admin.post("/h5/admin/members/" + member(boss.userId()), "roles", "MANAGER", "manager", "");
        BOT.jdbc()
                .update(
                        "UPDATE crm_member SET manager_id = ? WHERE user_id = ?",
                        member(boss.userId()),
                        report.userId());
        return first;
    }

    private static String[] fields(Row row) {
        return row.form().toArray(NOTHING);
    }

    private static Answer ask(Browser browser, Row row) throws IOException {
        return row.reads() ? browser.get(row.path()) : browser.post(row.path(), fields(row));
    }

    @Test
    void everyMappingHasARowHere() {
        Map<String, HandlerMethod> mappings = mappings();
        assertThat(mappings.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        TABLE.stream().map(Row::mapping).toList());
        assertThat(mappings).allSatisfy((mapping, handler) -> {
            if (mapping.contains(" /api/")) {
                assertThat(handler.getMethodAnnotation(Needs.class))
                        .as("%s names its scope", mapping)
                        .isNotNull();
            }
        });
    }

    private static Map<String, HandlerMethod> mappings() {
        Map<String, HandlerMethod> found = new TreeMap<>();
        for (var mapping : BOT.bean(DispatcherServlet.class).getHandlerMappings()) {
            if (mapping instanceof RequestMappingHandlerMapping methods) {
                methods.getHandlerMethods()
                        .forEach((info, handler) -> info.getPatternValues().forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> found.put(method + " " + path, handler))));
            }
        }
        found.keySet().removeIf(key -> !key.contains(" /h5/") && !key.contains(" /api/"));
        return found;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nobodyGetsInWithoutALogin(Row row) throws IOException {
        String before = state();
        Browser nobody = new Browser("nobody.localhost");
        Answer answer = row.reads() ? nobody.get(row.path()) : nobody.postWithout(row.path(), fields(row));
        if (row.whom() == For.EVERYBODY) {
            assertThat(answer.status()).isEqualTo(400);
        } else if (row.reads()) {
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.location()).contains("/connect/oauth2/authorize");
        } else {
            assertThat(answer.status()).isEqualTo(401);
        }
        assertThat(answer.body()).doesNotContain(OPEN, WON);
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("others")
    void aColleagueAndAnotherTeamsManagerFindNothingAndChangeNothing(Row row) throws IOException {
        for (Browser stranger : List.of(colleague(), otherManager())) {
            String before = state();
            Answer answer = ask(stranger, row);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain(OPEN, WON, "周某", "吴某");
            assertThat(state()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/h5/drafts", "/h5/leads"})
    void listsShowTheViewersOwn(String page) throws IOException {
        for (Browser stranger : List.of(colleague(), otherManager())) {
            Answer answer = stranger.get(page);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain(OPEN, WON);
        }
        assertThat(Browser.of(owner.userId()).get(page).body()).containsAnyOf(OPEN, WON);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void nothingIsChangedWithoutTheSecretOfTheViewersOwnForms(Row row) throws IOException {
        Browser viewer = Browser.of(row.whom() == For.ADMIN ? "zhao.min" : owner.userId());
        Matcher foreign = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]+)\"")
                .matcher(colleague().get("/h5/drafts").body());
        assertThat(foreign.find()).isTrue();
        String before = state();
        for (String secret : List.of("", "0".repeat(32), foreign.group(1))) {
            List<String> form = new ArrayList<>(row.form());
            form.addAll(List.of("csrf", secret));
            assertThat(viewer.postWithout(row.path(), form.toArray(NOTHING)).status())
                    .isEqualTo(403);
        }
        assertThat(viewer.postWithout(row.path(), fields(row)).status()).isEqualTo(403);
        assertThat(state()).isEqualTo(before);
        assertThat(viewer.get("/h5/drafts").status()).as("still logged in").isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aTokenReachesAsFarAsItsScopes(Row row) throws Exception {
        Scope needed =
                mappings().get(row.mapping()).getMethodAnnotation(Needs.class).value();
        String before = state();
        assertThat(call(row, null).statusCode()).isEqualTo(401);
        assertThat(call(row, "wrong").statusCode()).isEqualTo(401);
        List<String> form = new ArrayList<>(List.of("name", "缺 " + row.mapping().hashCode()));
        Stream.of(Scope.values())
                .filter(scope -> scope != needed)
                .forEach(scope -> form.addAll(List.of("scopes", scope.name())));
        String lacking = token(form);
        String after = state();
        HttpResponse<String> refused = call(row, lacking);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.body()).contains(needed.word()).doesNotContain(OPEN, WON);
        assertThat(state()).isEqualTo(after).isNotEqualTo(before);
        String having = token(List.of("name", "有 " + row.mapping().hashCode(), "scopes", needed.name()));
        assertThat(call(row, having).statusCode()).isNotIn(401, 403);
    }

    private static String token(List<String> form) throws IOException {
        Matcher secret = Pattern.compile("[0-9a-f]{64}")
                .matcher(Browser.of("zhao.min")
                        .post("/h5/admin/tokens", form.toArray(NOTHING))
                        .body()
                        .replaceAll("value=\"[0-9a-f]{64}\"", ""));
        assertThat(secret.find()).isTrue();
        return secret.group();
    }

    private static HttpResponse<String> call(Row row, @org.jspecify.annotations.Nullable String token)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(BOT.url(row.path())).header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!row.reads()) {
            request.POST(BodyPublishers.ofString("[]"));
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void aTapOnSomebodyElsesCardHasNoEffectAndNoAnswer() {
        String open = draftOf(openCard);
        for (String who : List.of("wang.wei", "chen.jing", "zhao.min")) {
            String before = state();
            int messages = BOT.wecom().member(who).received().size();
            for (String key : List.of(
                    "draft.confirm:" + open + ":1",
                    "draft.ignore:" + open + ":1",
                    "capture.whose:" + open,
                    "draft.undo:" + draftOf(doneCard))) {
                tap(who, openCard.taskId(), key);
            }
            settle();
            assertThat(state()).isEqualTo(before);
            assertThat(BOT.wecom().member(who).received()).hasSize(messages);
        }
    }

    private static void tap(String who, String taskId, String key) {
        CallbackXml xml = CallbackXml.from(
                        SandboxCorp.CORP_ID, who, BOT.wecom().now().getEpochSecond())
                .with("MsgType", "event")
                .with("Event", "template_card_event")
                .with("EventKey", key)
                .with("TaskId", taskId)
                .with("CardType", "button_interaction")
                .with("ResponseCode", "forged-" + who + "-" + key.hashCode());
        assertThat(BOT.wecom().deliver(xml.toString(), DeliveryPlan.once()).statuses())
                .containsExactly(200);
    }
}
