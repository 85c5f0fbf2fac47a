package io.genjin.bot.capture;

import static io.genjin.bot.capture.Cases.HUADONG;
import static io.genjin.bot.capture.Cases.NOW;
import static io.genjin.bot.capture.Cases.WRITER;
import static io.genjin.bot.capture.Cases.content;
import static io.genjin.bot.capture.Cases.recalled;
import static io.genjin.bot.capture.Cases.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.crm.Yuan;
import io.genjin.crm.chat.ChatMessage;
import io.genjin.crm.chat.ChatSource;
import io.genjin.crm.chat.SignalIntent;
import io.genjin.crm.chat.Speaker;
import io.genjin.crm.lead.NextContact;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftWriterTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Test
    void fieldsComeFromAllMessagesTheLatestWordCounting() {
        DraftContent content = content(said(50, "麻烦把50个账号的报价单发我，预算12.8万"), said(40, "明天下午三点电话聊"), said(30, "预算可以到15万"));
        assertThat(content.wanted()).containsExactly(SignalIntent.QUOTE);
        assertThat(content.amount()).isEqualTo(Yuan.of("150000"));
        assertThat(content.nextContact()).isEqualTo(NextContact.at(TUESDAY, LocalTime.of(15, 0)));
        assertThat(content.coreNeed()).contains("50个账号").doesNotContain("麻烦");
        assertThat(content.messages()).hasSize(3);
    }

    @Test
    void wordsThatWereTakenBackCountForNothing() {
        ChatMessage quote = said(50, "报价单发我，预算12.8万");
        DraftContent both = content(quote, said(40, "合同也发一份"));
        assertThat(both.wanted()).containsExactlyInAnyOrder(SignalIntent.QUOTE, SignalIntent.CONTRACT);
        DraftContent one = content(recalled(quote), said(40, "合同也发一份"));
        assertThat(one.wanted()).containsExactly(SignalIntent.CONTRACT);
        assertThat(one.amount()).isNull();
        assertThat(one.quote()).containsExactly("合同也发一份");
        DraftContent none = content(recalled(quote));
        assertThat(none.saysSomething()).isFalse();
        assertThat(none.quote()).isEmpty();
    }

    @Test
    void theRepsEditHoldsAgainstEarlierWordsAndGivesWayToLaterOnes() {
        SpokenEdit edit =
                new SpokenEdit(NOW.minusSeconds(35), NextContact.at(TUESDAY, LocalTime.of(16, 0)), Yuan.of("150000"));
        ChatMessage first = said(50, "报价单发我，预算12.8万，明天下午三点电话聊");
        ChatMessage plain = said(20, "合同也发一份");
        DraftContent kept = WRITER.write(HUADONG, List.of(first, plain), List.of(edit));
        assertThat(kept.amount()).isEqualTo(Yuan.of("150000"));
        assertThat(kept.nextContact()).isEqualTo(edit.nextContact());
        DraftContent overtaken = WRITER.write(HUADONG, List.of(first, plain, said(10, "预算改20万了")), List.of(edit));
        assertThat(overtaken.amount()).isEqualTo(Yuan.of("200000"));
        assertThat(overtaken.nextContact()).isEqualTo(edit.nextContact());
    }

    @Test
    void theRepsOwnWordsBringTimesButNoIntents() {
        DraftContent content = content(said(50, "报价单发我"), said(Speaker.REP, ChatSource.KF, 40, "好的，合同也一起，明天上午十点给您打电话"));
        assertThat(content.wanted()).containsExactly(SignalIntent.QUOTE);
        assertThat(content.nextContact()).isEqualTo(NextContact.at(TUESDAY, LocalTime.of(10, 0)));
        assertThat(content.quote()).containsExactly("报价单发我");
    }

    @Test
    void theQuoteIsThreeLinesAtMostCutBetweenCharacters() {
        String smile = "😀".repeat(100);
        DraftContent content =
                content(said(60, "报价发我一份"), said(50, "合同发我一份"), said(40, "试用账号开一个"), said(30, "报价单\n\n再发一次" + smile));
        assertThat(content.quote()).hasSize(3);
        String last = content.quote().get(2);
        assertThat(last).startsWith("报价单 再发一次😀").endsWith("😀…");
        assertThat(last.codePointCount(0, last.length())).isEqualTo(60);
    }

    @Test
    void aVeryLongMessageMakesADraftOfBoundedSize() {
        DraftContent content = content(said(10, "太贵了，".repeat(3000) + "报价单发我，预算12.8万，" + "能不能便宜点".repeat(1000)));
        assertThat(content.coreNeed().length()).isLessThanOrEqualTo(200);
        assertThat(content.objection().length()).isLessThanOrEqualTo(500);
        assertThat(content.nextAction().length()).isLessThanOrEqualTo(500);
        assertThat(content.keyPoints()).allMatch(line -> line.length() <= 200);
    }
}
