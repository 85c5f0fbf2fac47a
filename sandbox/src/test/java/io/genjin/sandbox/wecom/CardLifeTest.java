package io.genjin.sandbox.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.sandbox.wecom.callback.DeliveryPlan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CardLifeTest {
    private final FakeBot bot = new FakeBot();
    private final WeComSimulator wecom = WeComSimulator.start(
            SimulatorOptions.defaults().withCallbackUrls(bot.url()).withRetryAfter(Duration.ofMillis(10)));
    private final ApiClient api = new ApiClient(wecom.baseUrl()).loggedIn();

    @AfterEach
    void stop() {
        wecom.close();
        bot.close();
    }

    @Test
    void aTapCarriesKeyTaskChoiceAndAFreshCode() {
        var sendCode = send("draft-1", "li.na").path("response_code").asString("");
        var li = wecom.member("li.na");
        li.choosesAndPresses(li.lastCard(), "next", "o2", "确认");
        var event = bot.received.get(0);
        assertThat(event.path("Event").asString("")).isEqualTo("template_card_event");
        assertThat(event.path("EventKey").asString("")).isEqualTo("confirm:1");
        assertThat(event.path("TaskId").asString("")).isEqualTo("draft-1");
        assertThat(event.path("FromUserName").asString("")).isEqualTo("li.na");
        assertThat(event.at("/SelectedItems/SelectedItem/OptionIds/OptionId").asString(""))
                .isEqualTo("o2");
        assertThat(event.path("ResponseCode").asString("")).isNotEmpty().isNotEqualTo(sendCode);
        assertThat(li.lastCard().codesIssued()).isEqualTo(2);
    }

    @Test
    void aCodeChangesTheCardOnce() {
        var code = send("draft-1", "li.na").path("response_code").asString("");
        assertThat(update(code, "{'replace_name':'已记录'}").path("errcode").asInt())
                .isZero();
        assertThat(update(code, "{'replace_name':'又一次'}").path("errcode").asInt())
                .isEqualTo(60140);
        var card = wecom.member("li.na").lastCard();
        assertThat(card.greyText()).contains("已记录");
        assertThat(card.buttons()).isEmpty();
        assertThat(card.history()).hasSize(2);
        assertThat(card.codesSpent()).isEqualTo(1);
    }

    @Test
    void aCodeLives72Hours() {
        var code = send("draft-1", "li.na").path("response_code").asString("");
        wecom.advance(Duration.ofDays(3));
        api.loggedIn();
        assertThat(update(code, "{'replace_name':'太晚'}").path("errcode").asInt())
                .isEqualTo(60140);
        assertThat(bot.clockMoves).containsExactly("{\"advance\":\"PT72H\"}");
    }

    @Test
    void aTaskIdIsNeverUsedTwice() {
        send("draft-1", "li.na");
        var again = send("draft-1", "li.na");
        assertThat(again.path("errcode").asInt()).isEqualTo(42014);
        assertThat(again.has("msgid")).isFalse();
        assertThat(again.has("response_code")).isFalse();
    }

    @Test
    void whoNeverGotTheCardIsNamedInTheUpdate() {
        var code = send("draft-1", "li.na|wang.wei").path("response_code").asString("");
        var answer = api.post(
                "message/update_template_card",
                "{'userids':['li.na','chen.jing'],'agentid':1000002,'response_code':'" + code
                        + "','button':{'replace_name':'已认领'}}");
        assertThat(answer.path("invaliduser").path(0).asString("")).isEqualTo("chen.jing");
        assertThat(wecom.member("li.na").lastCard().greyText()).contains("已认领");
        assertThat(wecom.member("wang.wei").lastCard().buttons()).contains("确认");
    }

    @Test
    void aReplyRedrawsOnlyTheClickersCard() {
        send("draft-1", "li.na|wang.wei");
        bot.repliesWith(event -> "<xml><ToUserName>li.na</ToUserName><FromUserName>" + SandboxCorp.CORP_ID
                + "</FromUserName><CreateTime>1763856000</CreateTime><MsgType>update_template_card</MsgType>"
                + "<TemplateCard><CardType>text_notice</CardType><MainTitle><Title>已记录 14:32</Title></MainTitle>"
                + "<CardAction><Type>1</Type><Url>https://crm.example.com/</Url></CardAction></TemplateCard></xml>");
        var li = wecom.member("li.na");
        var delivery = li.presses(li.lastCard(), "确认");
        assertThat(delivery.complaints()).isEmpty();
        assertThat(li.lastCard().title()).isEqualTo("已记录 14:32");
        assertThat(wecom.member("wang.wei").lastCard().title()).isEqualTo("华东快消 · 王敏");
    }

    @Test
    void aBrokenReplyChangesNothingAndIsComplainedAbout() {
        send("draft-1", "li.na");
        bot.repliesWith(
                event -> "<xml><ToUserName>li.na</ToUserName><CreateTime>1763856000</CreateTime>"
                        + "<MsgType>update_template_card</MsgType><TemplateCard><CardType>text_notice</CardType></TemplateCard></xml>");
        var li = wecom.member("li.na");
        assertThat(li.presses(li.lastCard(), "确认").complaints()).hasSize(1);
        assertThat(li.lastCard().buttons()).contains("确认");
    }

    @Test
    void anEmptyNewNameChangesNothingAndIsComplainedAbout() {
        send("draft-1", "li.na");
        bot.repliesWith(event -> "<xml><ToUserName>li.na</ToUserName><CreateTime>1763856000</CreateTime>"
                + "<MsgType>update_button</MsgType><Button><ReplaceName></ReplaceName></Button></xml>");
        var li = wecom.member("li.na");
        assertThat(li.presses(li.lastCard(), "确认").complaints()).containsExactly("ReplaceName is empty");
        assertThat(li.lastCard().history()).hasSize(1);
    }

    @Test
    void aClosedQuestionKeepsItsChoice() {
        var code = send("draft-1", "li.na").path("response_code").asString("");
        api.post(
                "message/update_template_card",
                "{'atall':1,'agentid':1000002,'response_code':'" + code + "','template_card':{"
                        + "'card_type':'button_interaction','main_title':{'title':'已记录'},"
                        + "'button_selection':{'question_key':'next','disable':true,"
                        + "'option_list':[{'id':'o1','text':'明天'},{'id':'o2','text':'暂不定'}]},"
                        + "'button_list':[{'text':'撤销','key':'undo:1'}]}}");
        var li = wecom.member("li.na");
        assertThatThrownBy(() -> li.choosesAndPresses(li.lastCard(), "next", "o2", "撤销"))
                .hasMessageContaining("can't be changed");
        li.choosesAndPresses(li.lastCard(), "next", "o1", "撤销");
        assertThat(bot.received.get(0).path("EventKey").asString("")).isEqualTo("undo:1");
    }

    @Test
    void oneOfTheBoxesMustBeTickedWhereOnlyOneMay() {
        api.post(
                "message/send",
                "{'touser':'li.na','agentid':1000002,'msgtype':'template_card','template_card':{"
                        + "'card_type':'vote_interaction','task_id':'vote-1','main_title':{'title':'选一个'},"
                        + "'checkbox':{'question_key':'q','option_list':[{'id':'a','text':'甲'},{'id':'b','text':'乙'}]},"
                        + "'submit_button':{'text':'提交','key':'submit'}}}");
        var li = wecom.member("li.na");
        assertThatThrownBy(() -> li.presses(li.lastCard(), "提交")).hasMessageContaining("exactly one");
        li.choosesAndPresses(li.lastCard(), "q", "b", "提交");
        assertThat(bot.received).hasSize(1);
    }

    @Test
    void whatTheCardDoesNotShowCannotBeTapped() {
        var code = send("draft-1", "li.na").path("response_code").asString("");
        var li = wecom.member("li.na");
        var seen = li.lastCard();
        assertThatThrownBy(() -> li.presses(seen, "删除")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> li.presses(seen, "修改")).hasMessageContaining("buttonUrl");
        assertThatThrownBy(() -> li.choosesAndPresses(seen, "next", "o9", "确认"))
                .isInstanceOf(IllegalStateException.class);
        update(code, "{'replace_name':'已记录'}");
        assertThatThrownBy(() -> li.presses(seen, "确认")).hasMessageContaining("已记录");
        assertThat(bot.received).isEmpty();
        li.pressesAsSeen(seen, "确认");
        assertThat(bot.received).hasSize(1);
    }

    @Test
    void oneTapCanArriveThreeTimesWithTheSameContent() {
        send("draft-1", "li.na");
        var li = wecom.member("li.na");
        var delivery = li.presses(li.lastCard(), "确认", DeliveryPlan.times(3));
        assertThat(delivery.statuses()).containsExactly(200, 200, 200);
        assertThat(bot.received).hasSize(3);
        assertThat(List.copyOf(bot.received).stream().distinct()).hasSize(1);
    }

    private JsonNode send(String taskId, String to) {
        return api.post(
                "message/send",
                "{'touser':'" + to + "','agentid':1000002,'msgtype':'template_card','template_card':{"
                        + "'card_type':'button_interaction','task_id':'" + taskId + "',"
                        + "'main_title':{'title':'华东快消 · 王敏'},'button_selection':{'question_key':'next',"
                        + "'option_list':[{'id':'o1','text':'明天'},{'id':'o2','text':'暂不定'}]},"
                        + "'button_list':[{'text':'确认','key':'confirm:1'},"
                        + "{'text':'修改','type':1,'url':'http://localhost:8080/h5/d/1'}]}}");
    }

    private JsonNode update(String code, String button) {
        return api.post(
                "message/update_template_card",
                "{'atall':1,'agentid':1000002,'response_code':'" + code + "','button':" + button + "}");
    }
}
