package io.genjin.cards;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class WaysOutTest {
    @Test
    void theCodeAddedLaterGivesTheSameBytes() {
        for (var update : List.of(
                CardUpdate.replaceName("已记录"), Samples.closed(Samples.buttons().build()))) {
            var users = List.of("li.na", "wang");
            var waiting = update.toJsonWithoutCode(Samples.AGENT, users);
            assertThat(waiting).doesNotContain("response_code");
            assertThat(CardUpdate.withCode(waiting, "rc0")).isEqualTo(update.toJson(Samples.AGENT, users, "rc0"));
        }
    }

    @Test
    void aCodeIsNeverReplacedOrLeftEmpty() {
        var waiting = CardUpdate.replaceName("已记录").toJsonWithoutCode(Samples.AGENT, List.of("li.na"));
        assertThatThrownBy(() -> CardUpdate.withCode(CardUpdate.withCode(waiting, "rc0"), "rc1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CardUpdate.withCode(waiting, " ")).isInstanceOf(CardLimitException.class);
        assertThatThrownBy(() -> CardUpdate.withCode("{}", "rc0")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyAnInteractiveCardIsDisabled() {
        var notice = Samples.textNotice().build();
        assertThatThrownBy(() -> CardUpdate.card(notice, "已记录", false)).isInstanceOf(CardLimitException.class);
        assertThatThrownBy(() -> CardUpdate.card(notice, null, true)).isInstanceOf(CardLimitException.class);
    }

    @Test
    void disablingForAnUpdateLeavesTheCardItselfAlone() {
        var card = Samples.multiple().build();
        var before = card.body();
        Samples.closed(card).toJson(Samples.AGENT, List.of("li.na"), "rc0");
        assertThat(card.body()).isEqualTo(before);
    }

    @Test
    void everyoneAndNobodyAreNotMixedUp() {
        assertThatThrownBy(() -> AppMessage.to()).isInstanceOf(CardLimitException.class);
        assertThatThrownBy(() -> new Recipients(List.of("li.na"), List.of(), List.of(), true))
                .isInstanceOf(CardLimitException.class);
    }

    @Test
    void theSamePersonIsNamedOnce() {
        assertThat(AppMessage.to("li.na", "wang", "li.na").users()).containsExactly("li.na", "wang");
    }

    @Test
    void theDuplicateCheckLastsFromASecondToFourHours() {
        var message = AppMessage.to("li.na").message(Samples.AGENT, Samples.hello());
        assertThatCode(() -> message.duplicateCheck(Duration.ofSeconds(1))).doesNotThrowAnyException();
        assertThatCode(() -> message.duplicateCheck(Duration.ofHours(4))).doesNotThrowAnyException();
        assertThatThrownBy(() -> message.duplicateCheck(Duration.ofMillis(999))).isInstanceOf(CardLimitException.class);
        assertThatThrownBy(() -> message.duplicateCheck(Duration.ofHours(4).plusSeconds(1)))
                .isInstanceOf(CardLimitException.class);
    }

    @Test
    void wordsCannotLeaveTheirPlaceInAPassiveReply() throws Exception {
        var evil = "]]><ToUserName>boss</ToUserName><![CDATA[ ]]]]>>& \u0000\u0008\uFFFE😀";
        var text = parsed(Samples.reply(PassiveReply.text(evil)));
        assertThat(value(text, "Content")).isEqualTo("]]><ToUserName>boss</ToUserName><![CDATA[ ]]]]>>& 😀");
        assertThat(text.getElementsByTagName("ToUserName").getLength()).isEqualTo(1);

        var button = parsed(Samples.reply(PassiveReply.update(CardUpdate.replaceName(evil))));
        assertThat(value(button, "ReplaceName")).contains("]]><ToUserName>");
        var card = Samples.textNotice().title("]]>", "<x>").build();
        assertThat(value(parsed(Samples.reply(PassiveReply.update(CardUpdate.card(card)))), "Title"))
                .isEqualTo("]]>");
    }

    @Test
    void aLoneSurrogateDoesNotBreakAPassiveReply() throws Exception {
        assertThat(value(parsed(Samples.reply(PassiveReply.text("a\uD83Db"))), "Content"))
                .isEqualTo("ab");
    }

    @Test
    void everyPassiveReplyIsWellFormed() throws Exception {
        for (var xml : Samples.xml().values()) {
            assertThat(parsed(xml).getDocumentElement().getTagName()).isEqualTo("xml");
        }
    }

    @Test
    void aRobotRefusesWhatNeedsCallbacks() {
        var menu = ActionMenu.of(null, new ActionMenu.Action("t", "k"));
        var tapped = TextNotice.builder(Samples.TASK).title("t").action(Samples.PAGE);
        assertThatThrownBy(() -> RobotMessage.card(tapped.build())).hasMessageStartingWith("task_id");
        assertThatThrownBy(() -> RobotMessage.card(tapped.menu(menu).build())).hasMessageStartingWith("action_menu");
    }

    @Test
    void aRobotNeedsThePictureAcrossAndPagesToLinkTo() {
        var small = NewsNotice.builder()
                .title("t")
                .imageText(ImageTextArea.of(Samples.PAGE, null, null))
                .action(Samples.PAGE)
                .build();
        assertThatThrownBy(() -> RobotMessage.card(small)).hasMessageStartingWith("card_image");
        var article = new Article("t", null, Link.miniProgram("wx0app", null), null);
        assertThatThrownBy(() -> RobotMessage.news(News.of(article))).hasMessageStartingWith("news.articles[0].url");
    }

    @Test
    void aRobotShowsOnlyJpgAndPng() {
        assertThatCode(() -> RobotMessage.image(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> RobotMessage.image("GIF89a..".getBytes(US_ASCII)))
                .hasMessage("image.base64: a JPG or PNG");
        assertThatThrownBy(() -> new RobotImage("no base64"))
                .isInstanceOf(CardLimitException.class)
                .hasMessageStartingWith("image.base64");
    }

    @Test
    void aRobotMentionsPhonesOnlyByTheirDigits() {
        assertThatThrownBy(() -> new RobotText("x", List.of(), List.of("@all"), false))
                .hasMessageStartingWith("text.mentioned_mobile_list");
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static String value(Document document, String element) {
        return document.getElementsByTagName(element).item(0).getTextContent();
    }
}
