package io.genjin.bot.flow;

import static io.genjin.bot.flow.FlowBot.BOT;
import static io.genjin.bot.flow.FlowBot.advance;
import static io.genjin.bot.flow.FlowBot.rep;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.bot.flow.Browser.Answer;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a login begins, how long it lasts, and what ends it. */
class LoginIT {
    private static final String SESSION = "genjin_session";

    private static int open(Browser browser) throws IOException {
        return browser.get("/h5/drafts").status();
    }

    @Test
    void eachBegunLoginHasANonceThatIsForgottenAtItsEnd() throws IOException {
        MemberPhone li = rep("冯一");
        Browser phone = new Browser(li.userId() + ".localhost");
        Answer begun = phone.get("/h5/drafts");
        assertThat(begun.header("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=None", "Path=/h5/login")
                .doesNotContain(Browser.stateOf(begun));
        assertThat(phone.cookies).hasSize(1);
        phone.back(Browser.stateOf(begun), li.loginCode());
        assertThat(phone.cookies).containsOnlyKeys(SESSION);
    }

    @Test
    void aNonceOfAnotherBegunLoginDoesNotFit() throws IOException {
        MemberPhone li = rep("冯二");
        Browser phone = new Browser(li.userId() + ".localhost");
        String state = Browser.stateOf(phone.get("/h5/drafts"));
        Browser thief = new Browser(li.userId() + ".localhost");
        thief.get("/h5/drafts");
        String foreign = thief.cookies.values().iterator().next();
        thief.cookies.clear();
        thief.cookies.put("genjin_login_" + state.substring(0, 8), foreign);
        assertThat(thief.back(state, li.loginCode()).status()).isEqualTo(400);
        assertThat(phone.back(state, li.loginCode()).status())
                .as("a state is good once")
                .isEqualTo(400);
    }

    @Test
    void aSessionThatSomebodyPlantedIsNeverTakenOver() throws IOException {
        MemberPhone li = rep("冯三");
        String planted = "0123456789abcdef0123456789abcdef";
        Browser phone = new Browser(li.userId() + ".localhost");
        phone.cookies.put(SESSION, planted);
        assertThat(open(phone)).isEqualTo(302);
        phone.logIn("/h5/drafts", li.loginCode());
        assertThat(phone.cookies.get(SESSION)).isNotEqualTo(planted);
        Browser planter = new Browser(li.userId() + ".localhost");
        planter.cookies.put(SESSION, planted);
        assertThat(open(planter)).isEqualTo(302);
    }

    @Test
    void aNewLoginEndsTheOneBeforeInThatBrowser() throws IOException {
        MemberPhone li = rep("冯四");
        Browser phone = new Browser(li.userId() + ".localhost");
        String state = Browser.stateOf(phone.get("/h5/drafts"));
        phone.logIn("/h5/drafts", li.loginCode());
        Browser old = new Browser(li.userId() + ".localhost");
        old.cookies.putAll(Map.of(SESSION, phone.cookies.get(SESSION)));
        assertThat(open(old)).isEqualTo(200);
        phone.back(state, li.loginCode());
        assertThat(open(old)).isEqualTo(302);
        assertThat(open(phone)).isEqualTo(200);
    }

    @Test
    void aLoginEndsWhenItIsNotUsed() throws IOException {
        MemberPhone li = rep("冯五");
        Browser phone = Browser.of(li.userId());
        advance(Duration.ofMinutes(119));
        assertThat(open(phone)).isEqualTo(200);
        advance(Duration.ofMinutes(119));
        assertThat(open(phone)).isEqualTo(200);
        advance(Duration.ofHours(2));
        assertThat(open(phone)).isEqualTo(302);
    }

    @Test
    void aLoginEndsAfterHalfADayHoweverMuchItIsUsed() throws IOException {
        MemberPhone li = rep("冯六");
        Browser phone = Browser.of(li.userId());
        for (int i = 0; i < 7; i++) {
            advance(Duration.ofMinutes(100));
            assertThat(open(phone)).isEqualTo(200);
        }
        advance(Duration.ofMinutes(20));
        assertThat(open(phone)).isEqualTo(302);
    }

    @Test
    void whoLogsOutIsOutWithThatSessionEverywhere() throws IOException {
        MemberPhone li = rep("冯七");
        Browser phone = Browser.of(li.userId());
        Browser copy = new Browser(li.userId() + ".localhost");
        copy.cookies.putAll(phone.cookies);
        Answer answer = phone.post("/h5/logout");
        assertThat(answer.body()).contains("已退出");
        assertThat(phone.cookies).doesNotContainKey(SESSION);
        assertThat(open(copy)).isEqualTo(302);
    }

    @Test
    void aTokensUseIsShownToAdministrators() throws Exception {
        Browser admin = Browser.of("zhao.min");
        String page =
                admin.post("/h5/admin/tokens", "name", "看板", "scopes", "READ").body();
        assertThat(page).contains("看板").contains("还没有用过");
        assertThat(admin.post("/h5/admin/tokens", "name", "无权").body()).contains("至少选一项权限");
        java.util.regex.Matcher secret =
                java.util.regex.Pattern.compile("g-secret\">([0-9a-f]{64})<").matcher(page);
        assertThat(secret.find()).isTrue();
        java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(BOT.url("/api/v1/leads"))
                                .header("Authorization", "Bearer " + secret.group(1))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.discarding());
        BOT.await(
                "the use is written",
                () -> BOT.count(
                                "SELECT COUNT(*) FROM api_token t JOIN api_token_use u ON u.digest = t.digest WHERE t.name = '看板'")
                        == 1);
        assertThat(admin.get("/h5/admin/tokens").body()).contains("最近使用").contains("来自配置");
    }

    @Test
    void everyPageEvenAnErrorsCarriesTheHeaders() throws IOException {
        Browser phone = Browser.of(rep("冯八").userId());
        for (String path :
                java.util.List.of("/h5/drafts", "/h5/nothing", "/h5/admin/tokens", "/nothing", "/h5/login")) {
            Answer answer = phone.get(path);
            assertThat(answer.header("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("Cache-Control")).as(path).contains("no-store");
            assertThat(answer.header("X-Content-Type-Options")).as(path).contains("nosniff");
        }
    }
}
