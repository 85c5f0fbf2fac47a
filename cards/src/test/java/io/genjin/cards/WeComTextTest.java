package io.genjin.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeComTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<@all>",
                "&lt;@all&gt;",
                "<@li.na>",
                "<a href=\"https://evil.example\">点我</a>",
                "[点我](https://evil.example)",
                "**粗** `code`",
                "> 引用",
                "<font color=\"warning\">红</font>"
            })
    void wordsOfOthersKeepNoSignThatMeansSomething(String words) {
        assertThat(WeComText.escape(words)).doesNotContainPattern("[<>\\[\\]*`&]");
        assertThat(WeComText.escapeV2(words)).doesNotContainPattern("[<>\\[\\]*`&|_~\\\\]");
    }

    @Test
    void plainWordsStayAsTheyAre() {
        var words = "您好，50个账号 (含税) 12.8万\n明天下午三点 foo_bar 😀 #3";
        assertThat(WeComText.escape(words)).isEqualTo(words);
    }

    @Test
    void signsStayReadable() {
        assertThat(WeComText.escape("a<b> [1] 5*3")).isEqualTo("a＜b＞ ［1］ 5＊3");
    }

    @Test
    void noLineBecomesAHeading() {
        assertThat(WeComText.escape("# 大\n  ## 小 #3")).isEqualTo("＃ 大\n  ＃＃ 小 #3");
    }

    @Test
    void aTableCellStaysOneCell() {
        assertThat(WeComText.escapeV2("甲 | 乙\n| :-- |")).isEqualTo("甲 ｜ 乙 ｜ :-- ｜");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- 项", "1. 项", "--- ", "+ 项", "# 题"})
    void aLeadingMarkStartsNothingInMarkdownV2(String words) {
        assertThat(WeComText.escapeV2(words)).startsWith("\u200B");
    }

    @Test
    void aLabelCannotLeaveItsLink() {
        assertThat(WeComText.link("</a><@all>", Samples.PAGE))
                .isEqualTo("<a href=\"https://crm.example.com/l/42\">＜/a＞＜@all＞</a>");
        assertThat(WeComText.markdownLink("x](https://evil.example)\n# y", Samples.PAGE))
                .isEqualTo("[x］(https://evil.example) # y](https://crm.example.com/l/42)");
    }

    @Test
    void anAddressCannotLeaveItsLink() {
        assertThat(WeComText.link("x", "https://a.cn/\"><@all>"))
                .isEqualTo("<a href=\"https://a.cn/%22%3E%3C@all%3E\">x</a>");
        assertThat(WeComText.markdownLink("x", "https://a.cn/(1)")).isEqualTo("[x](https://a.cn/%281%29)");
    }

    @Test
    void everyoneCannotBeMentionedAsAMember() {
        assertThat(WeComText.mention("li.na")).isEqualTo("<@li.na>");
        assertThatThrownBy(() -> WeComText.mention("all>")).isInstanceOf(CardLimitException.class);
        for (var everyone : List.of("@all", "@ALL", "li.na|@all")) {
            assertThatThrownBy(() -> AppMessage.to(everyone)).isInstanceOf(CardLimitException.class);
            assertThatThrownBy(() -> RobotMessage.text("x", List.of(everyone))).isInstanceOf(CardLimitException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<@all>", "<@ALL>", "x< @all >y"})
    void groupsRefuseContentThatMentionsEveryone(String content) {
        assertThatThrownBy(() -> RobotMessage.text(content)).isInstanceOf(CardLimitException.class);
        assertThatThrownBy(() -> RobotMessage.markdown(content)).isInstanceOf(CardLimitException.class);
        assertThatThrownBy(() -> RobotMessage.markdownV2(content)).isInstanceOf(CardLimitException.class);
        assertThatThrownBy(() -> new AppChatMessage("c", new Text(content))).isInstanceOf(CardLimitException.class);
        assertThatThrownBy(() -> new AppChatMessage("c", new Markdown(content))).isInstanceOf(CardLimitException.class);
    }
}
