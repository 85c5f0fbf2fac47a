package io.genjin.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummarizerTest {
    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-11-23T16:30+08:00");
    private final Summarizer summarizer = new Summarizer(Reading.ANALYZER);

    @Test
    void needKeepsWhatIsAskedAndDropsPoliteness() {
        var summary = summarise(customer("您好，麻烦把50个账号的报价单发我，预算12.8万，明天下午三点电话聊"));
        assertThat(summary.coreNeed()).isEqualTo("要50个账号的报价单，预算12.8万");
        assertThat(summary.nextAction()).isEqualTo("发50个账号报价单；11月24日15:00电话");
        assertThat(summary.keyPoints()).containsExactly("谈到报价，金额12.8万");
        assertThat(summary.objection()).isEmpty();
    }

    @Test
    void aRepsNoteStandsForTheCustomer() {
        var summary = summarise(rep("华东快消要报价，周五回"));
        assertThat(summary.coreNeed()).isEqualTo("华东快消要报价");
        assertThat(summary.nextAction()).isEqualTo("发报价单；11月27日回复");
    }

    @Test
    void severalMessagesAreOneCase() {
        var summary =
                summarise(customer("在吗"), customer("给我们20台设备报个价"), customer("另外金蝶那边报得更低，你们有点贵"), rep("好的，明天上午给您电话"));
        assertThat(summary.coreNeed()).startsWith("给我们20台设备报个价");
        assertThat(summary.keyPoints()).hasSize(2).last().asString().contains("金蝶");
        assertThat(summary.objection()).isEqualTo("你们有点贵");
        assertThat(summary.nextAction()).endsWith("11月24日电话");
    }

    @Test
    void nothingAskedLeavesEveryTextEmpty() {
        assertThat(summarise(customer("好的，谢谢"))).isEqualTo(new CaseSummary("", List.of(), "", ""));
    }

    @Test
    void needIsNeverLongerThanItsLine() {
        var summary = summarise(customer("麻烦报个价" + "要求支持多门店多仓库多币种".repeat(10) + "，再报价一次"));
        assertThat(summary.coreNeed().length()).isBetween(1, CaseSummary.NEED_LENGTH);
    }

    private CaseSummary summarise(Message... messages) {
        return summarizer.summarise(List.of(messages));
    }

    private static Message customer(String text) {
        return new Message(Speaker.CUSTOMER, MONDAY, text);
    }

    private static Message rep(String text) {
        return new Message(Speaker.REP, MONDAY, text);
    }
}
