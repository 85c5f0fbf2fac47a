package io.genjin.sandbox.wecom.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.genjin.sandbox.wecom.card.CardRules.Use;
import io.genjin.sandbox.wecom.world.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CardRulesTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void aFullButtonCardPasses() {
        assertThatCode(() -> CardRules.check(buttonCard(), Use.SEND)).doesNotThrowAnyException();
        assertThat(CardRules.interactive(buttonCard())).isTrue();
    }

    /** Each line spoils the card at one place: JSON pointer of the parent, field, new value, WeCom's code. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "|task_id|``|42014",
                "|task_id|`\"has space\"`|42014",
                "|card_type|`\"poster\"`|40058",
                "|main_title|`null`|40063",
                "|button_list|`null`|40063",
                "|button_list|`[]`|40058",
                "|jump_list|`[{\"type\":0,\"title\":\"x\"}]`|40058",
                "|checkbox|`{}`|40058",
                "|replace_text|`\"x\"`|40058",
                "/button_list/0|key|`null`|42017",
                "/button_list/0|key|`\"ignore:7\"`|42017",
                "/button_list/0|txt|`\"x\"`|40058",
                "/button_list/2|url|`\"/h5/draft\"`|40058",
                "/button_selection|question_key|`null`|42041",
                "/button_selection/option_list/0|id|`\"o2\"`|42018",
                "/button_selection/option_list/0|text|`\"\"`|42019",
                "/button_selection|disable|`true`|40058",
                "/horizontal_content_list/0|keyname|`\"\"`|40063",
                "/horizontal_content_list/0|type|`1`|40058",
                "/card_action|type|`3`|40058",
                "/card_action|url|`null`|42045"
            })
    void everyBrokenRuleHasItsCode(String parent, String field, String value, int errcode) {
        var card = buttonCard();
        var spoiled = parent == null ? card : (ObjectNode) card.at(parent);
        if (value == null || value.isEmpty()) {
            spoiled.put(field, "");
        } else {
            spoiled.set(field, JSON.readTree(value));
        }
        assertThatThrownBy(() -> CardRules.check(card, Use.SEND))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.errcode()).isEqualTo(errcode));
    }

    @Test
    void moreThanSixRowsAreRefused() {
        var card = buttonCard();
        var rows = card.putArray("horizontal_content_list");
        for (int i = 0; i < 7; i++) {
            rows.addObject().put("keyname", "行" + i).put("value", "x");
        }
        assertThatThrownBy(() -> CardRules.check(card, Use.SEND)).isInstanceOf(Refusal.class);
    }

    @Test
    void lengthsThatAreOnlyAdvisedAreReportedNotRefused() {
        var card = buttonCard();
        ((ObjectNode) card.path("main_title")).put("title", "长".repeat(37));
        assertThat(CardRules.check(card, Use.SEND)).singleElement().asString().contains("main_title.title", "36");
    }

    @Test
    void anUpdateMayGreyButtonsAndCloseQuestions() {
        var card = buttonCard();
        card.remove("task_id");
        card.put("replace_text", "已记录 14:32");
        ((ObjectNode) card.path("button_selection")).put("disable", true);
        assertThatCode(() -> CardRules.check(card, Use.UPDATE)).doesNotThrowAnyException();
    }

    @Test
    void aRobotSendsNoticesWithoutCallbacksOnly() {
        assertThatThrownBy(() -> CardRules.check(buttonCard(), Use.ROBOT)).isInstanceOf(Refusal.class);
        var notice = JSON.readTree("""
                {"card_type":"text_notice","main_title":{"title":"今日简报"},
                 "card_action":{"type":1,"url":"https://crm.example.com/"}}""");
        assertThatCode(() -> CardRules.check(notice, Use.ROBOT)).doesNotThrowAnyException();
        ((ObjectNode) notice).put("task_id", "t1");
        assertThatThrownBy(() -> CardRules.check(notice, Use.ROBOT)).isInstanceOf(Refusal.class);
    }

    @Test
    void aNoticeNeedsACardAction() {
        var notice = JSON.readTree("{\"card_type\":\"text_notice\",\"main_title\":{\"title\":\"x\"}}");
        assertThatThrownBy(() -> CardRules.check(notice, Use.SEND))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.errcode()).isEqualTo(42045));
    }

    @ParameterizedTest
    @CsvSource({"1.3,false", "1.31,true", "2.24,true", "2.25,false"})
    void aPictureIsNeitherTooNarrowNorTooWide(double ratio, boolean allowed) {
        var card = (ObjectNode) JSON.readTree("""
                {"card_type":"news_notice","main_title":{"title":"x"},"card_image":{"url":"https://a.cn/p.png"},
                 "card_action":{"type":1,"url":"https://crm.example.com/"}}""");
        ((ObjectNode) card.path("card_image")).put("aspect_ratio", ratio);
        var refusal = catchThrowable(() -> CardRules.check(card, Use.SEND));
        assertThat(refusal == null).isEqualTo(allowed);
    }

    private static ObjectNode buttonCard() {
        return (ObjectNode) JSON.readTree("""
                {"card_type":"button_interaction","task_id":"draft-7-v1",
                 "source":{"desc":"跟进草稿","desc_color":0},
                 "main_title":{"title":"华东快消 · 王敏","desc":"报价"},
                 "quote_area":{"quote_text":"麻烦把50个账号的报价单发我"},
                 "sub_title_text":"50个账号报价",
                 "horizontal_content_list":[{"keyname":"金额","value":"12.8万"}],
                 "card_action":{"type":1,"url":"https://crm.example.com/l/1"},
                 "button_selection":{"question_key":"next","title":"下次联系","selected_id":"o1",
                   "option_list":[{"id":"o1","text":"明天 15:00"},{"id":"o2","text":"暂不定"}]},
                 "button_list":[{"text":"确认","style":1,"key":"confirm:7"},{"text":"不是跟进","key":"ignore:7"},
                   {"text":"修改","type":1,"url":"https://crm.example.com/d/7"}]}""");
    }
}
