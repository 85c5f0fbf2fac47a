package io.genjin.bot.flow;

import static io.genjin.bot.flow.FlowBot.BOT;
import static io.genjin.bot.flow.FlowBot.advance;
import static io.genjin.bot.flow.FlowBot.card;
import static io.genjin.bot.flow.FlowBot.customer;
import static io.genjin.bot.flow.FlowBot.draftOf;
import static io.genjin.bot.flow.FlowBot.rep;
import static io.genjin.bot.flow.FlowBot.settle;
import static io.genjin.bot.flow.FlowBot.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.bot.flow.Browser.Answer;
import io.genjin.bot.testing.TestBot;
import io.genjin.sandbox.wecom.phone.CardView;
import io.genjin.sandbox.wecom.phone.CustomerPhone;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which words belong to one case, and what becomes of cases that meet. */
class CaseIT {

    private static long drafts(MemberPhone rep, String status) {
        return BOT.count(
                "SELECT COUNT(*) FROM capture_draft d JOIN crm_member m ON m.id = d.member_id WHERE m.user_id = ? AND d.status = ?",
                rep.userId(),
                status);
    }

    private static void archived(MemberPhone rep, String conversation, String id, String text) throws Exception {
        String body = """
                [{"msgId":"%s","conversationId":"%s","from":{"kind":"MEMBER","id":"%s","name":"李"},"repUserId":"%s","sentAt":"%s","text":"%s"}]""".formatted(
                        id + rep.userId(),
                        conversation + rep.userId(),
                        rep.userId(),
                        rep.userId(),
                        BOT.wecom().now(),
                        text);
        HttpRequest request = HttpRequest.newBuilder(BOT.url("/api/v1/chat-messages"))
                .header("Authorization", "Bearer " + TestBot.API_TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(202);
        settle();
    }

    @Test
    void whatTheRepSaysElsewhereIsNoPartOfWhatTheyForward() throws Exception {
        MemberPhone li = rep("案二");
        archived(li, "c1-", "m1-", "您好，上周的方案看了吗");
        archived(li, "c2-", "m2-", "您好，上周的方案看了吗");
        assertThat(BOT.count(
                        "SELECT COUNT(*) FROM crm_chat_message WHERE source_key LIKE ?", "archive:m_-" + li.userId()))
                .as("said to two customers")
                .isEqualTo(2);
        li.sends("新客户南方医疗说先试用两周，下周三拜访");
        settle();
        String draft = card(li).taskId().substring("whose-".length());
        assertThat(BOT.jdbc().queryForObject("SELECT content FROM capture_draft WHERE id = ?", String.class, draft))
                .doesNotContain(BOT.jdbc()
                        .queryForObject(
                                "SELECT id FROM crm_chat_message WHERE source_key = ?",
                                String.class,
                                "archive:m1-" + li.userId()));
    }

    @Test
    void aDraftThatJoinedAnotherIsRestoredAsThatOne() throws IOException {
        MemberPhone li = rep("案三");
        customer("王案三", "案三公司", li).says("您好");
        settle();
        li.sends("案三公司要报价，周五回");
        CardView card = card(li);
        li.sends("新客户说合同发他看看，预算30万");
        CardView whose = card(li, 2);
        String asked = whose.taskId().substring("whose-".length());
        String company = whose.options().get("customer").entrySet().stream()
                .filter(option -> option.getValue().equals("案三公司"))
                .findFirst()
                .orElseThrow()
                .getKey();
        li.choosesAndPresses(whose, Map.of("customer", List.of(company)), "就是它");
        settle();
        assertThat(drafts(li, "OPEN")).isEqualTo(1);
        Browser phone = Browser.of(li.userId());
        phone.get("/h5/drafts/" + asked);
        Answer restored = phone.post("/h5/drafts/" + asked + "/restore");
        assertThat(restored.location()).endsWith("/h5/drafts/" + draftOf(card));
        assertThat(drafts(li, "OPEN")).isEqualTo(1);
    }

    @Test
    void aRestoredDraftThatJoinsAnotherIsShownAgain() throws IOException {
        MemberPhone li = rep("案四");
        CustomerPhone wang = customer("王案四", "案四公司", li);
        wang.says("报价单发我，预算10万");
        CardView first = card(li);
        li.presses(first, "不是跟进");
        settle();
        wang.says("合同也发我看看");
        CardView second = card(li, 2);
        Browser phone = Browser.of(li.userId());
        phone.get("/h5/drafts/" + draftOf(first));
        assertThat(phone.post("/h5/drafts/" + draftOf(first) + "/restore").location())
                .endsWith(draftOf(second));
        advance(Duration.ofMinutes(11));
        assertThat(li.card(second).isRecalled()).isTrue();
        assertThat(li.lastCard().desc()).contains("报价").contains("合同");
        assertThat(phone.post("/h5/drafts/" + draftOf(first) + "/restore").location())
                .as("once only")
                .endsWith(draftOf(second));
        assertThat(drafts(li, "OPEN")).isEqualTo(1);
    }

    @Test
    void coolingDownComparesWithWhatWasRecorded() throws IOException {
        MemberPhone li = rep("案五");
        CustomerPhone wang = customer("王案五", "案五公司", li);
        wang.says("报价单发我，预算12.8万");
        CardView card = card(li);
        Browser phone = Browser.of(li.userId());
        phone.get("/h5/drafts/" + draftOf(card));
        phone.post(
                "/h5/drafts/" + draftOf(card) + "/confirm",
                "version",
                "1",
                "customerName",
                "案五公司",
                "coreNeed",
                "报价",
                "keyPoints",
                "要报价",
                "amount",
                "90000");
        settle();
        assertThat(status(draftOf(card))).isEqualTo("EDITED_AND_CONFIRMED");
        wang.says("报价单发我，预算9万");
        settle();
        assertThat(li.cards()).as("that is recorded already").hasSize(1);
        wang.says("报价单发我，预算12.8万元");
        assertThat(card(li, 2).rows()).containsEntry("金额", "12.8万元");
    }
}
