package io.genjin.cards;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutTest {
    private static final String FAMILY = "👨‍👩‍👧‍👦";
    private static final String ACCENTED = "e\u0301";

    @Test
    void aSurrogatePairStaysWhole() {
        assertThat(Cut.toChars("😀😀😀", 2)).isEqualTo("😀…");
        assertThat(Cut.toChars("a😀😀", 2)).isEqualTo("a…");
        assertThat(Cut.toBytes("😀😀😀", 10)).isEqualTo("😀…");
    }

    @Test
    void aCombiningMarkStaysWithItsLetter() {
        assertThat(Cut.toChars("x" + ACCENTED + "yz", 3)).isEqualTo("x…");
        assertThat(Cut.toBytes(ACCENTED + "yyyyy", 5)).isEqualTo("…");
        assertThat(Cut.toBytes(ACCENTED + "yyyyy", 6)).isEqualTo(ACCENTED + "…");
    }

    @Test
    void aJoinedEmojiStaysWhole() {
        assertThat(Cut.toChars(FAMILY + FAMILY, 9)).isEqualTo(FAMILY + "…");
        assertThat(Cut.toChars(FAMILY + FAMILY, 7)).isEqualTo("…");
    }

    @Test
    void spaceBeforeTheEllipsisGoes() {
        assertThat(Cut.toChars("ab   cdef", 6)).isEqualTo("ab…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "客户😀说e\u0301了什么👨‍👩‍👧‍👦吗，明天三点<a href=\"https://crm.example.com/l/42\">打开 线索</a>再说",
                "**新线索** <font color=\"warning\">待跟进<font color=\"info\">马上</font></font>\n> 客户：<@li.na> &lt;x",
                "[打开线索](https://crm.example.com/l/42) 和 <div class=\"gray\">明天<br>三点</div>"
            })
    void everyCutFitsAndBreaksNothing(String text) {
        int whole = text.getBytes(UTF_8).length;
        IntStream.rangeClosed(3, whole).forEach(max -> {
            var cut = Cut.toBytes(text, max);
            assertThat(cut.getBytes(UTF_8).length)
                    .as("bytes of a cut to %d", max)
                    .isLessThanOrEqualTo(max);
            assertThat(new String(cut.getBytes(UTF_8), UTF_8)).isEqualTo(cut);
            for (var tag : new String[] {"a", "font", "div"}) {
                assertThat(count(cut, "<" + tag + "[ >]")).isEqualTo(count(cut, "</" + tag + ">"));
            }
            var unmarked = cut.replaceAll("</?(?:a|font|div)[^<>]*>|<br>|<@li.na>|&lt;|\n>", "")
                    .replace("[打开线索](https://crm.example.com/l/42)", "");
            assertThat(unmarked).doesNotContainPattern("[<>&\\[\\]]|href|color|http");
            assertThat(count(cut, "\\*") % 2).isZero();
        });
        assertThat(Cut.toBytes(text, whole)).isEqualTo(text);
    }

    @Test
    void anElementThatTheCutLeavesOpenIsClosed() {
        var text = "<font color=\"warning\">" + "字".repeat(2000) + "</font>";
        var cut = Markdown.shortened(text).content();
        assertThat(cut).startsWith("<font color=\"warning\">字").endsWith("字…</font>");
        assertThat(cut.getBytes(UTF_8).length).isBetween(2046, 2048);
    }

    @Test
    void theFactoriesCutToTheLimitsOfTheirTypes() {
        var longText = "字".repeat(5000);
        assertThat(Text.shortened(longText).content()).isEqualTo("字".repeat(681) + "…");
        assertThat(RobotMarkdown.shortened(longText).content()).isEqualTo("字".repeat(1364) + "…");
        assertThat(TextCard.shortened(longText, longText, Samples.PAGE))
                .isEqualTo(new TextCard("字".repeat(41) + "…", "字".repeat(169) + "…", Samples.PAGE));
        assertThat(Article.shortened(longText, longText, Samples.PAGE, null).title())
                .hasSize(42);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "<a ", "<", "&#", "\u0301", "*"})
    void hostileTextIsCutToo(String piece) {
        var cut = Cut.toBytes(piece.repeat(300_000), 2048);
        assertThat(cut).endsWith("…");
        assertThat(cut.getBytes(UTF_8).length).isLessThanOrEqualTo(2048);
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }
}
