package io.genjin.bot.capture;

import static io.genjin.bot.capture.Cases.NOW;
import static io.genjin.bot.capture.Cases.content;
import static io.genjin.bot.capture.Cases.draft;
import static io.genjin.bot.capture.Cases.heard;
import static io.genjin.bot.capture.Cases.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.bot.capture.CaptureFlow.Step;
import io.genjin.crm.chat.ChatSource;
import io.genjin.crm.chat.Speaker;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaptureFlowTest {
    private static final Duration COOL_DOWN = Duration.ofHours(2);
    private static final Duration MAX_WAIT = Duration.ofMinutes(2);
    private static final String QUOTE = "麻烦把报价单发我，预算12.8万";

    private static Step customerSays(String text, Optional<Draft> open, Optional<Draft> last) {
        return decide(Speaker.CUSTOMER, ChatSource.KF, text, open, last);
    }

    private static Step decide(
            Speaker speaker, ChatSource source, String text, Optional<Draft> open, Optional<Draft> last) {
        return CaptureFlow.decide(heard(speaker, text), speaker, source, open, last, NOW, MAX_WAIT, COOL_DOWN);
    }

    private static Optional<Draft> decided(DraftStatus status, Duration ago) {
        return Optional.of(draft(status, content(said(60, QUOTE)), ago));
    }

    @Test
    void plainWordsBelongToACaseThatIsStillBeingTold() {
        Draft told = draft(DraftStatus.OPEN, content(said(60, QUOTE)), Duration.ofSeconds(90));
        assertThat(customerSays("我们有三家分公司", Optional.of(told), Optional.empty()))
                .isEqualTo(Step.CHANGE);
        Draft longAgo = draft(DraftStatus.OPEN, content(said(60, QUOTE)), Duration.ofMinutes(2));
        assertThat(customerSays("我们有三家分公司", Optional.of(longAgo), Optional.empty()))
                .isEqualTo(Step.NOTHING);
    }

    @Test
    void aWishBeginsADraftAndSmallTalkDoesNot() {
        assertThat(customerSays(QUOTE, Optional.empty(), Optional.empty())).isEqualTo(Step.BEGIN);
        assertThat(customerSays("好的，谢谢", Optional.empty(), Optional.empty())).isEqualTo(Step.NOTHING);
    }

    @Test
    void anotherSignalChangesTheOpenDraft() {
        Optional<Draft> open = Optional.of(draft(DraftStatus.OPEN, content(said(60, QUOTE)), Duration.ZERO));
        assertThat(customerSays("合同也发一份", open, Optional.empty())).isEqualTo(Step.CHANGE);
    }

    @Test
    void aRefusalAloneIsANoteAndNoCard() {
        assertThat(customerSays("先不报价了", Optional.empty(), Optional.empty())).isEqualTo(Step.NOTE_REFUSAL);
    }

    @Test
    void theSameWishJoinsTheFollowUpWhileItCools() {
        for (DraftStatus status : new DraftStatus[] {DraftStatus.CONFIRMED, DraftStatus.IGNORED}) {
            assertThat(customerSays("报价单发我", Optional.empty(), decided(status, Duration.ofMinutes(119))))
                    .isEqualTo(Step.JOIN_LAST);
        }
        assertThat(customerSays("报价单发我", Optional.empty(), decided(DraftStatus.CONFIRMED, COOL_DOWN)))
                .isEqualTo(Step.BEGIN);
    }

    @Test
    void somethingDecisiveBreaksTheCoolDown() {
        Optional<Draft> last = decided(DraftStatus.CONFIRMED, Duration.ofMinutes(5));
        assertThat(customerSays("合同发我看看", Optional.empty(), last))
                .as("another intent")
                .isEqualTo(Step.BEGIN);
        assertThat(customerSays("报价单发我，预算15万", Optional.empty(), last))
                .as("another sum")
                .isEqualTo(Step.BEGIN);
        assertThat(customerSays("报价单发我，预算12.8万", Optional.empty(), last))
                .as("the same sum")
                .isEqualTo(Step.JOIN_LAST);
        assertThat(customerSays("报价单发我，后天下午三点电话聊", Optional.empty(), last))
                .as("a time")
                .isEqualTo(Step.BEGIN);
        assertThat(customerSays("先不报价了", Optional.empty(), last))
                .as("a refusal")
                .isEqualTo(Step.NOTE_REFUSAL);
    }

    @Test
    void aRepsWordsToTheCustomerAreNoWishOfTheCustomers() {
        for (ChatSource source : new ChatSource[] {ChatSource.KF, ChatSource.ARCHIVE}) {
            assertThat(decide(Speaker.REP, source, "报价单我马上发您，合同也准备好了", Optional.empty(), Optional.empty()))
                    .isEqualTo(Step.NOTHING);
        }
        assertThat(decide(Speaker.REP, ChatSource.MEMBER_TEXT, "华东快消要报价", Optional.empty(), Optional.empty()))
                .isEqualTo(Step.BEGIN);
    }

    @Test
    void whatARepTellsTheBotIsACaseEvenWithoutAnIntent() {
        assertThat(decide(Speaker.REP, ChatSource.MEMBER_TEXT, "客户说预算20万", Optional.empty(), Optional.empty()))
                .isEqualTo(Step.BEGIN);
        assertThat(decide(Speaker.CUSTOMER, ChatSource.KF, "预算20万", Optional.empty(), Optional.empty()))
                .isEqualTo(Step.NOTHING);
    }

    @Test
    void aSumBeyondAllReasonIsNotComparedAndBreaksNothing() {
        assertThat(customerSays(
                        "报价单发我，预算99999999999999999亿",
                        Optional.empty(),
                        decided(DraftStatus.CONFIRMED, Duration.ofMinutes(1))))
                .isEqualTo(Step.JOIN_LAST);
    }
}
