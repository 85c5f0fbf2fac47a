package io.genjin.bot.flow;

import static io.genjin.bot.flow.FlowBot.BOT;
import static io.genjin.bot.flow.FlowBot.advance;
import static io.genjin.bot.flow.FlowBot.card;
import static io.genjin.bot.flow.FlowBot.customer;
import static io.genjin.bot.flow.FlowBot.draftOf;
import static io.genjin.bot.flow.FlowBot.followUpsOf;
import static io.genjin.bot.flow.FlowBot.refusedPushes;
import static io.genjin.bot.flow.FlowBot.rep;
import static io.genjin.bot.flow.FlowBot.settle;
import static io.genjin.bot.flow.FlowBot.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.bot.flow.Browser.Answer;
import io.genjin.sandbox.wecom.phone.CardView;
import io.genjin.sandbox.wecom.phone.CustomerPhone;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pages: who gets in, and what they change. */
class PagesIT {
    private static final String QUOTE = "报价单发我一份，预算12万，明天下午三点电话聊";

    @AfterEach
    void noPushBrokeARuleOfWeComs() {
        assertThat(refusedPushes()).isEmpty();
    }

    private static CardView draftFor(MemberPhone rep, String company) {
        customer("周某", company, rep).says(QUOTE);
        return card(rep);
    }

    private static String[] form(String version, String... changed) {
        List<String> fields = new java.util.ArrayList<>(List.of(
                "version",
                version,
                "customerName",
                "丙公司",
                "day",
                "",
                "time",
                "",
                "coreNeed",
                "要报价",
                "keyPoints",
                "",
                "objection",
                "",
                "nextAction",
                "",
                "amount",
                ""));
        for (int i = 0; i < changed.length; i += 2) {
            fields.set(fields.indexOf(changed[i]) + 1, changed[i + 1]);
        }
        return fields.toArray(String[]::new);
    }

    @Test
    void aLoginIsSilentInWeComAndByWebElsewhereAndLeadsBackToThePhonesOwnHost() throws IOException {
        MemberPhone li = rep("吴一");
        Browser phone = new Browser(li.userId() + ".localhost");
        Answer inside = phone.get("/h5/leads?x=1");
        assertThat(inside.status()).isEqualTo(302);
        assertThat(inside.location())
                .contains("/connect/oauth2/authorize")
                .contains("scope=snsapi_base")
                .contains("redirect_uri=http%3A%2F%2F" + li.userId() + ".localhost%3A" + BOT.port() + "%2Fh5%2Flogin")
                .endsWith("#wechat_redirect")
                .doesNotContain("leads");
        assertThat(Browser.stateOf(inside)).matches("[0-9a-zA-Z]{16,128}");
        assertThat(inside.header("Set-Cookie").orElseThrow())
                .contains("HttpOnly")
                .doesNotContain("Domain");
        assertThat(phone.getAs("/h5/leads", "Mozilla/5.0 Firefox").location()).contains("/wwlogin/sso/login");
        assertThat(new Browser("evil.example").get("/h5/leads").location()).doesNotContain("evil.example");
    }

    @Test
    void theWantedPageIsOpenedAfterTheLoginAndTwoMembersInOneBrowserStayApart() throws IOException {
        MemberPhone li = rep("吴二");
        Browser phone = new Browser(li.userId() + ".localhost");
        Answer back = phone.logIn("/h5/leads?x=1", li.loginCode());
        assertThat(back.location()).endsWith("/h5/leads?x=1");
        assertThat(phone.get("/h5/leads").status()).isEqualTo(200);
        CardView card = draftFor(li, "丙二公司");
        Browser manager = Browser.of("chen.jing");
        assertThat(phone.get("/h5/drafts").body()).contains("我的").contains("丙二公司");
        assertThat(manager.get("/h5/drafts").body()).contains("团队的").contains("丙二公司");
        assertThat(phone.get("/h5/drafts/" + draftOf(card)).status()).isEqualTo(200);
    }

    @Test
    void twoPagesOpenedAtOnceBothLogIn() throws IOException {
        MemberPhone li = rep("吴三");
        Browser phone = new Browser(li.userId() + ".localhost");
        String one = Browser.stateOf(phone.get("/h5/drafts"));
        String other = Browser.stateOf(phone.get("/h5/leads"));
        assertThat(phone.back(one, li.loginCode()).location()).endsWith("/h5/drafts");
        assertThat(phone.back(other, li.loginCode()).location()).endsWith("/h5/leads");
    }

    @Test
    void aStateIsGoodOnceAndInTheBrowserThatBeganOnly() throws IOException {
        MemberPhone li = rep("吴四");
        Browser phone = new Browser(li.userId() + ".localhost");
        String state = Browser.stateOf(phone.get("/h5/drafts"));
        Browser thief = new Browser(li.userId() + ".localhost");
        assertThat(thief.back(state, li.loginCode()).status()).isEqualTo(400);
        String again = Browser.stateOf(phone.get("/h5/drafts"));
        assertThat(phone.back(again, li.loginCode()).status()).isEqualTo(302);
        assertThat(phone.back(again, li.loginCode()).status()).isEqualTo(400);
        assertThat(phone.back("invented", li.loginCode()).status()).isEqualTo(400);
    }

    @Test
    void anExpiredCodeBeginsTheLoginAgainOnce() throws IOException {
        MemberPhone li = rep("吴五");
        Browser phone = new Browser(li.userId() + ".localhost");
        Answer again = phone.logIn("/h5/leads", "nosuchcode");
        assertThat(again.status()).isEqualTo(302);
        assertThat(again.location()).contains("/connect/oauth2/authorize");
        assertThat(phone.back(Browser.stateOf(again), "nosuchcode").status()).isEqualTo(400);
    }

    @Test
    void somebodyWhoIsNoMemberAndALeaverStayOutside() throws IOException {
        MemberPhone li = rep("吴六");
        String code = li.loginCode();
        Browser phone = new Browser(li.userId() + ".localhost");
        Browser inside = Browser.of(li.userId());
        String userId = li.userId();
        BOT.wecom().changePeople(people -> people.removeMember(userId));
        Answer outside = phone.logIn("/h5/leads", code);
        assertThat(outside.status()).isEqualTo(403);
        assertThat(outside.body()).contains("请在企业微信中打开");
        BOT.jdbc().update("UPDATE crm_member SET active = FALSE WHERE user_id = ?", userId);
        assertThat(inside.get("/h5/leads").status())
                .as("the session ends with the membership")
                .isEqualTo(302);
    }

    @Test
    void theWantedPageIsNeverSomewhereElse() throws IOException {
        MemberPhone li = rep("吴七");
        Browser phone = new Browser(li.userId() + ".localhost");
        for (String page : List.of(
                "/h5//evil.example", "/h5/leads?next=//evil.example", "/h5/%0d%0aX-Bad:1", "/h5/%7Bx%7D?y=%7Bz%7D")) {
            Answer start = phone.get(page);
            if (start.status() != 302) {
                assertThat(start.status()).isBetween(400, 404);
                continue;
            }
            Answer back = phone.back(Browser.stateOf(start), li.loginCode());
            assertThat(back.status()).isEqualTo(302);
            assertThat(back.location()).matches("(http://" + li.userId() + "\\.localhost:\\d+)?/h5/.*");
            assertThat(back.headers()).noneMatch(header -> header.startsWith("X-Bad"));
            phone.cookies.remove("genjin_session");
        }
    }

    @Test
    void onlyTheOwnerTheirManagerAndAdministratorsSeeADraftAndItsLead() throws IOException {
        MemberPhone li = rep("吴八");
        CardView card = draftFor(li, "丙八公司");
        li.presses(card, "确认");
        settle();
        String lead = BOT.jdbc()
                .queryForObject("SELECT lead_id FROM crm_follow_up WHERE draft_id = ?", String.class, draftOf(card));
        Browser colleague = Browser.of("wang.wei");
        for (String page : List.of("/h5/drafts/" + draftOf(card), "/h5/leads/" + lead)) {
            assertThat(colleague.get(page).status()).isEqualTo(404);
            for (String who : List.of(li.userId(), "chen.jing", "zhao.min")) {
                assertThat(Browser.of(who).get(page).body()).contains("丙八公司");
            }
        }
        assertThat(colleague.post("/h5/drafts/" + draftOf(card) + "/undo").status())
                .isIn(403, 404);
        assertThat(colleague.get("/h5/leads").body()).doesNotContain("丙八公司");
        assertThat(colleague.get("/h5/drafts/nonsense").status()).isEqualTo(404);
        assertThat(colleague.get("/h5/leads/" + "0".repeat(32)).status()).isEqualTo(404);
        assertThat(colleague.get("/h5/admin/members").status()).isEqualTo(404);
        assertThat(colleague.get("/h5/admin/tokens").status()).isEqualTo(404);
    }

    @Test
    void nothingIsChangedWithoutTheFormsSecret() throws IOException {
        MemberPhone li = rep("吴九");
        CardView card = draftFor(li, "丙九公司");
        Browser phone = Browser.of(li.userId());
        String confirm = "/h5/drafts/" + draftOf(card) + "/confirm";
        assertThat(phone.postWithout(confirm, form("1")).status()).isEqualTo(403);
        assertThat(phone.postWithout(confirm, "version", "1", "csrf", "0".repeat(32))
                        .status())
                .isEqualTo(403);
        assertThat(new Browser(li.userId() + ".localhost")
                        .postWithout(confirm, form("1"))
                        .status())
                .isEqualTo(401);
        assertThat(status(draftOf(card))).isEqualTo("OPEN");
    }

    @Test
    void whatIsNoFollowUpIsIgnoredOnThePageAtTheVersionThatWasSeen() throws IOException {
        MemberPhone li = rep("吴十一");
        CardView card = draftFor(li, "丁一公司");
        Browser phone = Browser.of(li.userId());
        phone.get("/h5/drafts/" + draftOf(card));
        String ignore = "/h5/drafts/" + draftOf(card) + "/ignore";
        assertThat(phone.post(ignore, "version", "7").body()).contains("内容已更新");
        assertThat(status(draftOf(card))).isEqualTo("OPEN");
        assertThat(phone.post(ignore, "version", "1").status()).isEqualTo(302);
        settle();
        assertThat(status(draftOf(card))).isEqualTo("IGNORED");
        assertThat(li.card(card).desc()).contains("不是跟进");
    }

    @Test
    void whatIsWrongIsShownByFieldAndChangesNothing() throws IOException {
        MemberPhone li = rep("吴十");
        CardView card = draftFor(li, "丙十公司");
        Browser phone = Browser.of(li.userId());
        phone.get("/h5/drafts/" + draftOf(card));
        String confirm = "/h5/drafts/" + draftOf(card) + "/confirm";
        Answer wrong = phone.post(
                confirm,
                form(
                        "1",
                        "customerName",
                        "\u00a0",
                        "day",
                        "2020-01-01",
                        "amount",
                        "十万",
                        "keyPoints",
                        "<script>alert(1)</script>\n二\n三"));
        assertThat(wrong.status()).isEqualTo(200);
        assertThat(wrong.body())
                .contains("客户名称须为")
                .contains("已经过去")
                .contains("金额须为数字")
                .contains("最多两行");
        assertThat(wrong.body()).doesNotContain("<script>alert").contains("&lt;script&gt;");
        assertThat(phone.post(confirm, form("one")).status()).isEqualTo(400);
        assertThat(phone.post(confirm, "customerName", "丙").status()).isEqualTo(400);
        assertThat(status(draftOf(card))).isEqualTo("OPEN");
        Answer right = phone.post(confirm, form("1", "customerName", "丙十集团", "amount", "150,000"));
        assertThat(right.status()).isEqualTo(302);
        settle();
        assertThat(status(draftOf(card))).isEqualTo("EDITED_AND_CONFIRMED");
        CardView now = li.card(card);
        assertThat(now.desc()).contains("修改并记录");
        assertThat(now.title()).contains("丙十集团");
        assertThat(now.rows()).as("the recorded amount, not the drafted one").containsEntry("金额", "15万元");
        assertThat(now.codesIssued()).isEqualTo(1);
        assertThat(now.codesSpent()).isEqualTo(1);
        // The code of the sending is spent: this outcome reaches the card with the next tap.
        assertThat(phone.post("/h5/drafts/" + draftOf(card) + "/undo").status()).isEqualTo(302);
        settle();
        assertThat(status(draftOf(card))).isEqualTo("UNDONE");
        assertThat(li.card(card).desc()).contains("修改并记录");
        li.presses(now, "撤销");
        settle();
        assertThat(li.card(card).desc()).contains("已撤销");
    }

    @Test
    void anOlderVersionOnThePageConfirmsNothing() throws IOException {
        MemberPhone li = rep("郑一");
        CustomerPhone zhou = customer("周一", "丙一公司", li);
        zhou.says(QUOTE);
        CardView card = card(li);
        Browser phone = Browser.of(li.userId());
        phone.get("/h5/drafts/" + draftOf(card));
        zhou.says("合同也发我一份");
        settle();
        Answer old = phone.post("/h5/drafts/" + draftOf(card) + "/confirm", form("1"));
        assertThat(old.body()).contains("已更新，请再确认").contains("name=\"version\" value=\"2\"");
        assertThat(followUpsOf(li)).isZero();
    }

    @Test
    void theManagersOutcomeShowsOnTheRepsCard() throws IOException {
        MemberPhone li = rep("郑二");
        CardView card = draftFor(li, "丙甲公司");
        Browser manager = Browser.of("chen.jing");
        manager.get("/h5/drafts/" + draftOf(card));
        assertThat(manager.post("/h5/drafts/" + draftOf(card) + "/confirm", form("1", "customerName", "丙甲公司"))
                        .status())
                .isEqualTo(302);
        settle();
        assertThat(li.card(card).desc()).contains("已由陈静");
        li.pressesAsSeen(card, "确认");
        settle();
        assertThat(followUpsOf(li)).isEqualTo(1);
        assertThat(li.card(card).desc()).contains("已由陈静");
        assertThat(li.card(card).buttons()).isEmpty();
    }

    @Test
    void anExpiredDraftComesBackOnceForSevenDays() throws IOException {
        MemberPhone li = rep("郑三");
        CustomerPhone zhou = customer("周三", "丙乙公司", li);
        zhou.says(QUOTE);
        CardView card = card(li);
        advance(Duration.ofHours(49));
        assertThat(status(draftOf(card))).isEqualTo("EXPIRED");
        assertThat(li.card(card).desc()).contains("已过期");
        Browser phone = Browser.of(li.userId());
        assertThat(phone.get("/h5/drafts/" + draftOf(card)).body()).contains("恢复");
        Answer restored = phone.post("/h5/drafts/" + draftOf(card) + "/restore");
        assertThat(restored.status()).isEqualTo(302);
        String path = restored.location().substring(restored.location().indexOf("/h5/"));
        assertThat(phone.get(path).body()).contains("丙乙公司").contains("value=\"120000\"");
        phone.post(path + "/confirm", form("1", "customerName", "丙乙公司"));
        assertThat(followUpsOf(li)).isEqualTo(1);
        assertThat(phone.post("/h5/drafts/" + draftOf(card) + "/restore").location())
                .endsWith(path);
        zhou.says("合同发我一份");
        CardView later = card(li, 2);
        li.presses(later, "不是跟进");
        settle();
        advance(Duration.ofDays(7));
        Browser afterwards = Browser.of(li.userId());
        assertThat(afterwards.get("/h5/drafts/" + draftOf(later)).body()).doesNotContain(">恢复<");
        assertThat(afterwards.post("/h5/drafts/" + draftOf(later) + "/restore").status())
                .isIn(200, 403);
        assertThat(BOT.count(
                        "SELECT COUNT(*) FROM capture_draft WHERE status = 'OPEN' AND member_id ="
                                + " (SELECT id FROM crm_member WHERE user_id = ?)",
                        li.userId()))
                .isZero();
    }

    @Test
    void namesAndWordsAreTextOnEveryPage() throws IOException {
        MemberPhone li = rep("郑<b>四");
        String name = "<script>alert('名')</script>";
        customer("<img src=x onerror=alert(1)>", name, li).says("报价单发我<script>alert(2)</script>，预算12万");
        CardView card = card(li);
        Browser phone = Browser.of(li.userId());
        Answer page = phone.get("/h5/drafts/" + draftOf(card));
        li.presses(card, "确认");
        settle();
        String lead = BOT.jdbc()
                .queryForObject("SELECT lead_id FROM crm_follow_up WHERE draft_id = ?", String.class, draftOf(card));
        for (Answer each : List.of(
                page,
                phone.get("/h5/leads"),
                phone.get("/h5/leads/" + lead),
                Browser.of("zhao.min").get("/h5/admin/members"))) {
            assertThat(each.status()).isEqualTo(200);
            assertThat(each.body())
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x")
                    .doesNotContain("郑<b>");
            assertThat(each.header("Content-Security-Policy").orElseThrow()).contains("default-src 'self'");
            assertThat(each.header("Cache-Control").orElseThrow()).contains("no-store");
        }
    }

    @Test
    void whoseWordsTheyAreIsSettledOnThePageToo() throws IOException {
        MemberPhone li = rep("郑五");
        li.sends("您好，麻烦发个报价，预算8万");
        CardView whose = card(li);
        String path = whose.link().substring(whose.link().indexOf("/h5/"));
        Browser phone = Browser.of(li.userId());
        assertThat(phone.get(path).body()).contains("这是哪个客户");
        assertThat(phone.post(path + "/customer", "name", "\u00a0").body()).contains("请选一个客户");
        assertThat(phone.post(path + "/customer", "customer", "' OR 1=1").body())
                .contains("请选一个客户");
        assertThat(phone.post(path + "/customer", "name", "丁一新客户").status()).isEqualTo(302);
        assertThat(card(li, 2).title()).isEqualTo("丁一新客户");
    }
}
