package io.genjin.sandbox.campaign;

import static io.genjin.sandbox.campaign.WellDone.AT;
import static io.genjin.sandbox.campaign.WellDone.FIRST;
import static io.genjin.sandbox.campaign.WellDone.SECOND;
import static io.genjin.sandbox.campaign.WellDone.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.sandbox.campaign.Evidence.ChatRow;
import io.genjin.sandbox.campaign.Evidence.DraftRow;
import io.genjin.sandbox.campaign.Evidence.FollowUpRow;
import io.genjin.sandbox.campaign.Evidence.InboxRow;
import io.genjin.sandbox.campaign.Evidence.PhoneLine;
import io.genjin.sandbox.campaign.Evidence.PushRow;
import io.genjin.sandbox.campaign.Finding.Verdict;
import io.genjin.sandbox.campaign.Ledger.Said;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The checker is worth something only if it finds what is wrong: each test spoils one thing. */
class CheckerTest {
    private static final String CONFIRM_FIRST = "draft.confirm:" + FIRST + ":1";

    private final WellDone done = new WellDone();

    @Test
    void nothingIsFoundWhenAllWentWell() {
        assertThat(done.check()).isEmpty();
    }

    @Test
    void anAcknowledgedMessageThatIsNotInTheInboxIsLost() {
        done.inbox.remove("m:1:rep00:73");
        finds(Verdict.LOST, "not in the inbox");
    }

    @Test
    void anUnacknowledgedTextIsNotOwed() {
        done.inbox.remove("m:1:rep00:73");
        done.pushes.removeIf(push -> push.cause().equals("reply:73"));
        done.phones.removeIf(line -> line.msgId().equals("msg-73"));
        var first = done.said.get(3);
        done.said.set(3, new Said(first.line(), first.id(), first.sourceKey(), 30, 35, false));
        assertThat(done.check()).isEmpty();
    }

    @Test
    void aCustomersMessageIsOwedAlthoughItsCallbackWasGivenUp() {
        var wish = done.said.get(0);
        done.said.set(0, new Said(wish.line(), wish.id(), wish.sourceKey(), 0, 5, false));
        done.inbox.remove("kf:wish");
        finds(Verdict.LOST, "not in the inbox");
    }

    @Test
    void aParkedEntryIsLost() {
        done.inbox.put("kf:talk", new InboxRow("i", 2, 8, "NullPointerException"));
        finds(Verdict.LOST, "was not handled: state 2");
    }

    @Test
    void aHandledMessageWithoutItsLineInTheConversationIsLost() {
        done.chat.remove("kf:talk");
        finds(Verdict.LOST, "is in no conversation");
    }

    @Test
    void aWishInNoDraftIsLost() {
        wishInNoDraft();
        finds(Verdict.LOST, "is in no draft");
    }

    @Test
    void aDraftOfTheSameConversationThatWasDecidedLaterDoesNotExcuseAWishInNone() {
        wishInNoDraft();
        done.tapped.clear();
        done.tap(1, CONFIRM_FIRST, 26, Set.of());
        done.pushes.remove(done.pushes.size() - 1);
        finds(Verdict.LOST, "is in no draft");
    }

    @Test
    void aTapThatWasUnderWayWithTheWishExcusesItAndIsCounted() {
        wishInNoDraft();
        done.tap(2, CONFIRM_FIRST, 24, Set.of());
        finds(Verdict.JOINED_A_DECIDED_ONE, "is in no draft");
    }

    @Test
    void aTickThatWasUnderWayWithTheWishExcusesItToo() {
        wishInNoDraft();
        done.tap(2, "draft.list:x", 24, Set.of(FIRST + ":1"));
        finds(Verdict.JOINED_A_DECIDED_ONE, "is in no draft");
    }

    @Test
    void aTapOnAnotherDraftExcusesNothing() {
        wishInNoDraft();
        done.tap(2, "draft.list:x", 24, Set.of("3".repeat(32) + ":1"));
        done.drafts.add(
                new DraftRow("3".repeat(32), "other", "CONFIRMED", 1, true, "", Set.of("chat-x"), AT.plusSeconds(1)));
        done.followUps.add(new FollowUpRow("f3", "3".repeat(32), false));
        finds(Verdict.LOST, "is in no draft");
    }

    @Test
    void theSameWordsTwiceInAConversationAreADuplicate() {
        done.chat.put("kf:other", new ChatRow("c9", "thread", AT, AT, "项目代号 talk"));
        finds(Verdict.DUPLICATED, "in its conversation twice");
    }

    @Test
    void aWishInTwoDraftsIsADuplicate() {
        done.drafts.set(
                1,
                new DraftRow(SECOND, "thread", "OPEN", 1, true, task(SECOND), Set.of("chat-again", "chat-wish"), AT));
        finds(Verdict.DUPLICATED, "is in two drafts");
    }

    @Test
    void theWordsOfAnUndoneDraftMayComeAgain() {
        undo();
        done.followUps.set(0, new FollowUpRow("f1", FIRST, true));
        done.drafts.set(
                1,
                new DraftRow(SECOND, "thread", "OPEN", 1, true, task(SECOND), Set.of("chat-again", "chat-wish"), AT));
        assertThat(done.check()).isEmpty();
    }

    @Test
    void laterBeforeEarlierInAConversationIsOutOfOrder() {
        var wish = done.chat.remove("kf:wish");
        done.chat.put("kf:wish", wish);
        finds(Verdict.OUT_OF_ORDER, "messages of customer 0");
    }

    @Test
    void whoWasUnderWayAtTheSameTimeHasNoOrder() {
        var wish = done.said.get(0);
        done.said.set(0, new Said(wish.line(), wish.id(), wish.sourceKey(), 0, 100, true));
        done.chat.put("kf:wish", done.chat.remove("kf:wish"));
        assertThat(done.check()).isEmpty();
    }

    @Test
    void answersThatOvertakeEachOtherOnThePhoneAreOutOfOrder() {
        done.phones.add(done.phones.remove(0));
        finds(Verdict.OUT_OF_ORDER, "answers to m:1:rep00");
    }

    @Test
    void anUnansweredCommandIsLost() {
        done.pushes.removeIf(push -> push.cause().equals("reply:73"));
        done.phones.removeIf(line -> line.msgId().equals("msg-73"));
        finds(Verdict.LOST, "was not answered");
    }

    @Test
    void anAnswerThatWasDroppedIsLost() {
        done.pushes.replaceAll(push -> push.cause().equals("reply:73") ? dropped(push, "nothing left to do") : push);
        done.phones.removeIf(line -> line.msgId().equals("msg-73"));
        finds(Verdict.LOST, "was not answered");
    }

    @Test
    void anOpenDraftWhoseCardWasDroppedIsLost() {
        done.pushes.replaceAll(push ->
                push.isSend() && push.taskId().equals(task(SECOND)) ? dropped(push, "overtaken by what came") : push);
        done.phones.removeIf(line -> line.taskId().equals(task(SECOND)));
        finds(Verdict.LOST, "an open draft has no card");
    }

    @Test
    void anOpenDraftWithoutACardIsLost() {
        done.drafts.set(1, new DraftRow(SECOND, "thread", "OPEN", 1, true, "", Set.of("chat-again"), AT));
        finds(Verdict.LOST, "an open draft has no card");
    }

    @Test
    void aSentCardThatNoPhoneShowsIsLost() {
        done.phones.removeIf(line -> line.taskId().equals(task(SECOND)));
        finds(Verdict.LOST, "is on no phone");
    }

    @Test
    void aCardTwiceOnAPhoneIsADuplicate() {
        done.phones.add(new PhoneLine("rep00", "msg-x", task(SECOND), "", Set.of(), false));
        finds(Verdict.DUPLICATED, "once too often");
    }

    @Test
    void aVersionOnTwoCardsIsADuplicate() {
        done.pushes.add(WellDone.push("list:1", "SEND", "list-1", "", "msg-list", ""));
        done.phones.add(new PhoneLine("rep00", "msg-list", "list-1", "", Set.of(SECOND + ":1"), false));
        finds(Verdict.DUPLICATED, "came on two cards");
    }

    @Test
    void anAnswerTwiceIsADuplicateUnlessWeComCouldNotTell() {
        done.phones.add(new PhoneLine("rep00", "msg-y", "", "help", Set.of(), false));
        finds(Verdict.DUPLICATED, "once too often");
        done.pushes.add(new PushRow("p9", "reply:9", "SEND", "", "", 1, 2, "", "msg-9", "rep00", "help", false));
        done.phones.add(new PhoneLine("rep00", "msg-9", "", "help", Set.of(), false));
        finds(Verdict.REPEAT_WECOM_ALLOWS, "once too often");
    }

    @Test
    void anotherUsersUncheckedTextExcusesNothing() {
        done.pushes.add(new PushRow("p9", "reply:9", "SEND", "", "", 1, 2, "", "msg-9", "rep01", "help", false));
        done.phones.add(new PhoneLine("rep01", "msg-9", "", "help", Set.of(), false));
        done.phones.add(new PhoneLine("rep00", "msg-y", "", "help", Set.of(), false));
        finds(Verdict.DUPLICATED, "once too often");
    }

    @Test
    void aTextTriedTwiceExcusesOneLineMoreNotTwo() {
        done.pushes.add(new PushRow("p9", "reply:9", "SEND", "", "", 1, 2, "", "msg-9", "rep00", "help", false));
        List.of("msg-9", "msg-x", "msg-y")
                .forEach(id -> done.phones.add(new PhoneLine("rep00", id, "", "help", Set.of(), false)));
        assertThat(done.check())
                .extracting(Finding::verdict)
                .containsExactlyInAnyOrder(Verdict.REPEAT_WECOM_ALLOWS, Verdict.DUPLICATED);
    }

    @Test
    void anotherUsersLineIsNotTheOneThatIsMissing() {
        done.phones.replaceAll(line -> line.msgId().equals("msg-73")
                ? new PhoneLine("rep01", "msg-other", "", "help", Set.of(), false)
                : line);
        assertThat(done.check())
                .extracting(Finding::verdict)
                .containsExactlyInAnyOrder(Verdict.LOST, Verdict.DUPLICATED);
    }

    @Test
    void aPushThatWaitsOrWasGivenUpIsLost() {
        done.pushes.add(new PushRow("p8", "late", "UPDATE", "t", "", 0, 3, "45009", "", "", "", true));
        done.pushes.add(new PushRow("p9", "dead", "UPDATE", "t", "", 3, 9, "40003", "", "", "", true));
        assertThat(done.check()).extracting(Finding::verdict).containsExactly(Verdict.LOST, Verdict.LOST);
    }

    @Test
    void aMessageOverAMembersLimitIsDropped() {
        done.dropped.add("rep00 text  msg-1");
        finds(Verdict.DROPPED, "over a member's limit");
    }

    @Test
    void aConfirmedDraftWithoutAFollowUpIsLost() {
        done.followUps.clear();
        finds(Verdict.LOST, "has no follow-up");
    }

    @Test
    void twoFollowUpsOfADraftAreADuplicate() {
        done.followUps.add(new FollowUpRow("f2", FIRST, false));
        finds(Verdict.DUPLICATED, "2 follow-ups");
    }

    @Test
    void aFollowUpThatNobodyConfirmedIsADuplicate() {
        done.tapped.clear();
        done.tap(1, "draft.ignore:" + FIRST + ":1", 90, Set.of());
        done.pushes.remove(done.pushes.size() - 1);
        finds(Verdict.DUPLICATED, "nobody confirmed");
    }

    @Test
    void aTapWithoutEffectIsLost() {
        done.drafts.set(0, new DraftRow(FIRST, "thread", "OPEN", 1, true, task(FIRST), Set.of("chat-wish"), AT));
        done.followUps.clear();
        finds(Verdict.LOST, "had no effect");
    }

    @Test
    void aTickedDraftThatStaysOpenIsLost() {
        done.tap(2, "draft.list:x", 90, Set.of(FIRST + ":1", SECOND + ":1"));
        finds(Verdict.LOST, "had no effect");
    }

    @Test
    void aTickedDraftThatChangedSinceMayStayOpen() {
        done.tap(2, "draft.list:x", 90, Set.of(SECOND + ":0"));
        assertThat(done.check()).isEmpty();
    }

    @Test
    void anUndoneDraftWhoseFollowUpStandsIsLost() {
        undo();
        finds(Verdict.LOST, "an undone draft's follow-up stands");
    }

    @Test
    void anUndoneDraftWithItsFollowUpWithdrawnIsWell() {
        undo();
        done.followUps.set(0, new FollowUpRow("f1", FIRST, true));
        assertThat(done.check()).isEmpty();
    }

    @Test
    void aFollowUpWithdrawnWithoutItsDraftUndoneIsLost() {
        done.followUps.set(0, new FollowUpRow("f1", FIRST, true));
        finds(Verdict.LOST, "its draft not undone");
    }

    @Test
    void aTapThatWasNotHandledIsLost() {
        done.inbox.remove("e:1");
        finds(Verdict.LOST, "a tap was not handled");
    }

    @Test
    void aTapWithoutAnAnswerIsLost() {
        done.pushes.removeIf(push -> push.cause().equals("tap:1"));
        finds(Verdict.LOST, "a tap was not answered");
    }

    @Test
    void aTapWhoseAnswerWasDroppedIsLostUnlessALaterOneOvertookIt() {
        var answer = done.pushes.remove(done.pushes.size() - 1);
        done.pushes.add(dropped(answer, "overtaken by what came later for its card"));
        assertThat(done.check()).isEmpty();
        done.pushes.set(done.pushes.size() - 1, dropped(answer, "its card was never sent"));
        finds(Verdict.LOST, "a tap was not answered");
    }

    @Test
    void aTappedCardThatLooksAsBeforeIsLost() {
        done.phones.replaceAll(
                line -> new PhoneLine(line.user(), line.msgId(), line.taskId(), line.text(), line.versions(), false));
        finds(Verdict.LOST, "never changed");
    }

    @Test
    void aTapAnsweredTwiceIsADuplicate() {
        done.pushes.add(WellDone.push("tap:2", "UPDATE", task(FIRST), "rc1", "", ""));
        finds(Verdict.DUPLICATED, "answered 2 times");
    }

    @Test
    void twoLeadsOfOneCustomerAreADuplicate() {
        done.leadsTwice.add("customer c");
        finds(Verdict.DUPLICATED, "a lead is there twice");
    }

    private void wishInNoDraft() {
        var draft = done.drafts.get(1);
        done.drafts.set(1, new DraftRow(draft.id(), "thread", "OPEN", 1, true, task(SECOND), Set.of(), Instant.EPOCH));
    }

    private void undo() {
        var draft = done.drafts.get(0);
        done.drafts.set(
                0, new DraftRow(FIRST, "thread", "UNDONE", 1, true, draft.card(), draft.messages(), draft.decidedAt()));
    }

    private static PushRow dropped(PushRow push, String why) {
        return new PushRow(
                push.id(),
                push.cause(),
                push.kind(),
                push.taskId(),
                push.code(),
                PushRow.DROPPED,
                0,
                why,
                "",
                push.user(),
                push.text(),
                push.checked());
    }

    private void finds(Verdict verdict, String what) {
        List<Finding> found = done.check();
        assertThat(found).anySatisfy(finding -> {
            assertThat(finding.verdict()).isEqualTo(verdict);
            assertThat(finding.what()).contains(what);
        });
        assertThat(found).extracting(Finding::verdict).containsOnly(verdict);
    }
}
