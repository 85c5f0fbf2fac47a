package io.genjin.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnalyzerTest {
    private static final String KEYS = "报价合同试用不先签万一二三十点月号周下明天0123456789,.¥ w";

    @Test
    void quotesExactlyWhatWasWritten() {
        String text = "請把報 價-單發我[抱拳]";
        var signal = Reading.customer(text).signal(Intent.QUOTE).orElseThrow();
        assertThat(signal.text()).isEqualTo("報 價");
        assertThat(text.substring(signal.start(), signal.end())).isEqualTo(signal.text());
    }

    @Test
    void refusalIncludesItsWords() {
        assertThat(Reading.customer("先不报价吧").signal(Intent.QUOTE).orElseThrow().text())
                .isEqualTo("先不报价");
    }

    @Test
    void whatIsSaidLastDecides() {
        assertThat(Reading.customer("旧的报价作废，重新给我报个价")
                        .signal(Intent.QUOTE)
                        .orElseThrow()
                        .polarity())
                .isEqualTo(Polarity.POSITIVE);
    }

    @Test
    void oneStepRefusedLeavesTheOther() {
        var analysis = Reading.customer("不用试了，直接发合同");
        assertThat(analysis.signal(Intent.TRIAL).orElseThrow().polarity()).isEqualTo(Polarity.NEGATIVE);
        assertThat(analysis.signal(Intent.CONTRACT).orElseThrow().polarity()).isEqualTo(Polarity.POSITIVE);
    }

    @Test
    void timesAreReadInShanghai() {
        // 18:00 in New York on Monday is Tuesday morning in Shanghai.
        var analysis = Reading.at("2026-03-02T18:00-05:00", Speaker.CUSTOMER, "明天下午三点电话聊");
        assertThat(analysis.nextContactAt()).contains(new ContactTime(LocalDate.of(2026, 3, 4), LocalTime.of(15, 0)));
    }

    @Test
    void objectionIsTheCustomersOwn() {
        assertThat(Reading.customer("刚开完会 大家觉得贵 再商量下").objection()).contains("大家觉得贵");
        assertThat(Reading.rep("您是觉得贵吗").objection()).isEmpty();
    }

    @Test
    void emptyAndPlainTextsSayNothing() {
        assertThat(Reading.customer("").isEmpty()).isTrue();
        assertThat(Reading.customer("好的，谢谢").isEmpty()).isTrue();
    }

    @Test
    void anythingTypedIsAnswered() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(60); j >= 0; j--) {
                text.append(
                        random.nextBoolean()
                                ? KEYS.charAt(random.nextInt(KEYS.length()))
                                : (char) random.nextInt(Character.MAX_VALUE));
            }
            assertThatCode(() -> Reading.customer(text.toString()))
                    .as("%s", text)
                    .doesNotThrowAnyException();
        }
        for (String part : new String[] {"9", "不", "先不报价不", "一万", "明天三点", "合同 ", "[", "二月三十号", "0:99"}) {
            assertThatCode(() -> Reading.customer(part.repeat(10_000))).doesNotThrowAnyException();
        }
    }
}
