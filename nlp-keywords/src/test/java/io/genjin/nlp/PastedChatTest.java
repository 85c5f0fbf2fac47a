package io.genjin.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.nlp.PastedChat.Line;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedChatTest {
    @Test
    void nameAndTimeAboveTheWords() {
        assertThat(PastedChat.split("张三 10:32\n您好，要报价\n\n50个账号\n李四 下午 3:05\n好的").lines())
                .containsExactly(
                        new Line("张三", null, LocalTime.of(10, 32), "您好，要报价\n50个账号"),
                        new Line("李四", null, LocalTime.of(15, 5), "好的"));
    }

    @Test
    void dateBeforeTheName() {
        assertThat(PastedChat.split("2026/1/5 10:32:11 张三\n要个报价").lines())
                .containsExactly(new Line("张三", LocalDate.of(2026, 1, 5), LocalTime.of(10, 32, 11), "要个报价"));
    }

    @Test
    void weComMarksItsOutsiders() {
        assertThat(PastedChat.split("王总@微信 2026-01-05 10:32:11\n报价发我").lines())
                .containsExactly(new Line("王总", LocalDate.of(2026, 1, 5), LocalTime.of(10, 32, 11), "报价发我"));
    }

    @Test
    void nameAndColonOnOneLine() {
        assertThat(PastedChat.split("张三: 要报价\r\n李四：好").lines())
                .containsExactly(new Line("张三", null, null, "要报价"), new Line("李四", null, null, "好"));
    }

    @Test
    void aDateLineAboveTheFirstSpeakerIsNoWords() {
        assertThat(PastedChat.split("————— 2026-01-05 —————\n张三 10:32\n在吗").lines())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"报价：12万\n交期：3天", "您好，要报价", "周三 10:30\n开会", "预算: 12万", "先看看\n张三 10:32\n好", ""})
    void wordsWithoutASpeakerArePlain(String text) {
        assertThat(PastedChat.split(text).isPlain()).isTrue();
    }
}
