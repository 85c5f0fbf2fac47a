package io.genjin.sandbox.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.sandbox.wecom.callback.DeliveryPlan;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CallbackDeliveryTest {
    private final FakeBot first = new FakeBot();
    private final FakeBot second = new FakeBot();
    private final WeComSimulator wecom = WeComSimulator.start(
            SimulatorOptions.defaults().withCallbackUrls(first.url()).withRetryAfter(Duration.ofMillis(5)));
    private final ApiClient api = new ApiClient(wecom.baseUrl()).loggedIn();

    @AfterEach
    void stop() {
        wecom.close();
        first.close();
        second.close();
    }

    @Test
    void aFailedCallbackIsRepeatedUntilItIsAnswered() {
        first.answersNext(503, 500);
        var delivery = wecom.member("li.na").sends("华东快消要报价，周五回");
        assertThat(delivery.statuses()).containsExactly(503, 500, 200);
        assertThat(delivery.accepted()).isTrue();
        assertThat(texts(first)).containsExactly("华东快消要报价，周五回", "华东快消要报价，周五回", "华东快消要报价，周五回");
    }

    @Test
    void afterFourFailuresItIsGivenUp() {
        first.answersNext(500, 500, 500, 500);
        var delivery = wecom.member("li.na").sends("没人听");
        assertThat(delivery.statuses()).hasSize(4);
        assertThat(delivery.givenUp()).isTrue();
    }

    @Test
    void nothingIsGivenUpWhileItIsStillTried() {
        var seen = new CopyOnWriteArrayList<Boolean>();
        first.repliesWith(message -> {
            seen.add(wecom.lastDelivery().givenUp());
            return "";
        });
        first.answersNext(500);
        assertThat(wecom.member("li.na").sends("再试").givenUp()).isFalse();
        assertThat(seen).containsExactly(false, false);
    }

    /** A bot that kept its data knows the ids and the cursor of the sandbox before. */
    @Test
    void aSandboxStartedLaterRepeatsNoIdAndContinuesAfterTheOldCursor() {
        wecom.member("li.na").sends("一");
        wecom.customer("wmHuadong01").says("旧的");
        var cursor = sync("", "").path("next_cursor").asString("");
        var later = InstantSource.offset(InstantSource.system(), Duration.ofSeconds(1));
        try (var next = WeComSimulator.start(
                SimulatorOptions.defaults().withCallbackUrls(first.url()).withClock(later))) {
            next.member("li.na").sends("二");
            next.customer("wmHuadong01").says("新的");
            var page = new ApiClient(next.baseUrl()).loggedIn().post("kf/sync_msg", "{'cursor':'" + cursor + "'}");
            assertThat(page.at("/msg_list/0/text/content").asString("")).isEqualTo("新的");
        }
        assertThat(first.received.stream()
                        .map(message -> message.path("MsgId").asString(""))
                        .filter(id -> !id.isEmpty()))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void theLoadBalancerPassesADeadNodesRequestsOn() {
        wecom.setCallbackUrls(first.url(), second.url());
        wecom.member("li.na").sends("一");
        wecom.member("li.na").sends("二");
        assertThat(first.received).hasSize(1);
        assertThat(second.received).hasSize(1);
        first.close();
        wecom.member("li.na").sends("三");
        assertThat(wecom.member("li.na").sends("四").statuses()).containsExactly(200);
        assertThat(texts(second)).contains("三", "四");
    }

    @Test
    void aCallbackCanReachAllNodesAtOnce() {
        wecom.setCallbackUrls(first.url(), second.url());
        wecom.member("li.na").sends("同时", DeliveryPlan.atOnce(2));
        assertThat(Stream.concat(texts(first), texts(second))).containsExactly("同时", "同时");
        assertThat(first.received).hasSize(1);
    }

    @Test
    void heldCallbacksComeOutInReverse() {
        wecom.holdCallbacks();
        var li = wecom.member("li.na");
        assertThat(li.sends("先").held()).isTrue();
        li.sends("后");
        assertThat(first.received).isEmpty();
        wecom.releaseCallbacksReversed();
        assertThat(texts(first)).containsExactly("后", "先");
    }

    @Test
    void theBotsUrlIsCheckedWithAnEcho() {
        assertThat(wecom.callbackUrlPassesCheck()).isTrue();
        first.close();
        assertThat(wecom.callbackUrlPassesCheck()).isFalse();
    }

    @Test
    void aCustomersWordsArePulledByCursorToTheEnd() {
        var wang = wecom.customer("wmHuadong01");
        for (int i = 0; i < 5; i++) {
            wang.says("第" + i + "句");
        }
        wecom.kfPaging().setPageSize(2);
        wecom.kfPaging().setEmptyPages(1);
        var event = first.received.get(4);
        assertThat(event.path("Event").asString("")).isEqualTo("kf_msg_or_event");
        assertThat(event.has("FromUserName")).isFalse();
        var token = event.path("Token").asString("");
        var page = sync("", token);
        assertThat(page.path("msg_list").size()).isZero();
        assertThat(page.path("has_more").asInt()).isEqualTo(1);
        int seen = 0;
        while (page.path("has_more").asInt() == 1) {
            page = sync(page.path("next_cursor").asString(""), token);
            seen += page.path("msg_list").size();
        }
        assertThat(seen).isEqualTo(5);
        assertThat(page.at("/msg_list/0/text/content").asString("")).isEqualTo("第4句");
        assertThat(page.at("/msg_list/0/origin").asInt()).isEqualTo(3);
        assertThat(sync(page.path("next_cursor").asString(""), token)
                        .path("msg_list")
                        .size())
                .isZero();
    }

    @Test
    void kfTokensLiveTenMinutesAndMessagesThreeDays() {
        wecom.customer("wmHuadong01").says("在吗");
        var token = first.received.get(0).path("Token").asString("");
        wecom.advance(Duration.ofMinutes(10));
        assertThat(sync("", token).path("errcode").asInt()).isEqualTo(95007);
        assertThat(sync("", "").path("msg_list").size()).isEqualTo(1);
        wecom.advance(Duration.ofDays(3));
        api.loggedIn();
        assertThat(sync("", "").path("msg_list").size()).isZero();
    }

    @Test
    void recallsAndServicersWordsAreInTheSameLog() {
        var wang = wecom.customer("wmHuadong01");
        var msgId = wang.says("发错了");
        wang.recalls(msgId);
        wecom.member("li.na").repliesAsServicer(wang, "没关系");
        var list = sync("", "").path("msg_list");
        assertThat(list.at("/1/event/event_type").asString("")).isEqualTo("user_recall_msg");
        assertThat(list.at("/1/event/recall_msgid").asString("")).isEqualTo(msgId);
        assertThat(list.at("/2/origin").asInt()).isEqualTo(5);
        assertThat(list.at("/2/servicer_userid").asString("")).isEqualTo("li.na");
        var session = "{'open_kfid':'wkSandbox01','external_userid':'wmHuadong01'}";
        assertThat(api.post("kf/service_state/get", session)
                        .path("service_state")
                        .asInt())
                .isEqualTo(3);
        assertThat(api.post("kf/service_state/trans", session.replace("}", ",'service_state':1}"))
                        .path("errcode")
                        .asInt())
                .isEqualTo(95016);
    }

    @Test
    void waitingEndsWithTheMomentTheConditionHolds() {
        var li = wecom.member("li.na");
        var answer = new Thread(() -> api.post(
                "message/send", "{'touser':'li.na','agentid':1000002,'msgtype':'text','text':{'content':'来了'}}"));
        answer.start();
        assertThat(wecom.await(li, phone -> !phone.received().isEmpty(), Duration.ofSeconds(5))
                        .lastMessage()
                        .text())
                .isEqualTo("来了");
    }

    private JsonNode sync(String cursor, String token) {
        return api.post("kf/sync_msg", "{'cursor':'" + cursor + "','token':'" + token + "','open_kfid':'wkSandbox01'}");
    }

    private static Stream<String> texts(FakeBot bot) {
        return bot.received.stream().map(message -> message.path("Content").asString(""));
    }
}
