package io.genjin.bot.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.genjin.bot.member.MemberDirectory;
import io.genjin.bot.outbox.DeadPushes;
import io.genjin.bot.outbox.DeadPushes.DeadPush;
import io.genjin.bot.outbox.Lane;
import io.genjin.bot.outbox.Outbox;
import io.genjin.bot.outbox.QuietHours;
import io.genjin.bot.outbox.QuietHoursBook;
import io.genjin.bot.platform.Timers;
import io.genjin.bot.testing.TestBot;
import io.genjin.cards.Button;
import io.genjin.cards.ButtonInteraction;
import io.genjin.cards.CardUpdate;
import io.genjin.cards.TaskId;
import io.genjin.cards.TemplateCard;
import io.genjin.cards.Text;
import io.genjin.crm.member.Member;
import io.genjin.sandbox.wecom.WeComSimulator;
import io.genjin.sandbox.wecom.api.RecordedCall;
import io.genjin.sandbox.wecom.api.Trouble;
import io.genjin.sandbox.wecom.phone.CardView;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import io.genjin.sandbox.wecom.phone.ReceivedMessage;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Every push once, in order, below the limits, whatever WeCom does; two nodes share the work. */
class OutboxIT {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final Pattern CODE = Pattern.compile("<ResponseCode><!\\[CDATA\\[(.*?)]]>");
    private static final Duration LATER = Duration.ofSeconds(70);

    private static TestBot bot;
    private static WeComSimulator wecom;

    private Member to;
    private MemberPhone phone;
    private String name;

    @BeforeAll
    static void start() {
        bot = TwoNodes.bot();
        wecom = bot.wecom();
    }

    @BeforeEach
    void somebodyNew() {
        name = "rep" + PEOPLE.incrementAndGet();
        wecom.changePeople(
                people -> people.put(io.genjin.sandbox.wecom.world.Member.rep(name, "销售" + name, name + ".localhost")));
        to = bot.bean(MemberDirectory.class).meet(name);
        phone = wecom.member(name);
    }

    @AfterEach
    void calm() {
        wecom.misbehave().calm();
        // Else what a test left unsent would meet the next one's trouble.
        bot.jdbc().update("UPDATE outbox_message SET state = 4 WHERE state = 0");
        assertThat(wecom.droppedMessages()).isEmpty();
    }

    @Test
    void laneKeepsItsOrder() {
        for (int i = 10; i < 22; i++) {
            text(Lane.WORK, "m" + i);
        }
        bot.await("all", () -> phone.received().size() == 12);
        assertThat(texts()).isSorted();
    }

    @Test
    void oneCauseIsOnePush() {
        in(() -> outbox().send("same:" + name, to, Lane.ANSWER, new Text("once")));
        in(() -> outbox().send("same:" + name, to, Lane.ANSWER, new Text("twice")));
        bot.settle();
        assertThat(texts()).containsExactly("once");
    }

    @Test
    void sameWordsForAnotherCauseAreSaidAgain() {
        for (int i = 0; i < 3; i++) {
            String cause = "echo" + i + ":" + name;
            in(() -> outbox().send(cause, to, Lane.ANSWER, new Text("帮助")));
        }
        bot.settle();
        assertThat(texts()).containsExactly("帮助", "帮助", "帮助");
    }

    @Test
    void backOffHoldsOnlyItsLane() {
        wecom.misbehave().next("message/send", Trouble.errcode(-1), 1);
        text(Lane.WORK, "held");
        bot.await("failed once", () -> state("held").equals("0 1"));
        text(Lane.WORK, "behind");
        text(Lane.ANSWER, "beside");
        bot.await("the other lane", () -> texts().equals(List.of("beside")));
        wecom.advance(LATER);
        bot.await("the held lane", () -> texts().equals(List.of("beside", "held", "behind")));
    }

    static Stream<Trouble> troubles() {
        return Stream.of(
                Trouble.errcode(-1),
                Trouble.errcode(45009),
                Trouble.errcode(60020),
                Trouble.httpStatus(500),
                Trouble.cut(),
                Trouble.hang(),
                Trouble.answerLost());
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void afterTroubleTheSameBytesAreSentAgainAndShownOnce(Trouble trouble) {
        // Until it is calm again: whatever else is sent meanwhile must not use it up.
        wecom.misbehave().next("message/send", trouble, 1000);
        text(Lane.WORK, "again");
        bot.await("first attempt failed", () -> state("again").equals("0 1"));
        wecom.advance(LATER);
        bot.await("second attempt failed", () -> state("again").equals("0 2"));
        wecom.misbehave().calm();
        wecom.advance(LATER);
        bot.await("it is out", () -> state("again").equals("1 3"));
        assertThat(texts()).containsExactly("again");
        List<String> bodies = wecom.calls("message/send").stream()
                .map(RecordedCall::body)
                .filter(body -> body.path("touser").asString("").equals(name))
                .map(Object::toString)
                .toList();
        assertThat(bodies).hasSize(3);
        assertThat(bodies.stream().distinct()).hasSize(1);
    }

    @Test
    void expiredTokenIsRenewedOnce() {
        text(Lane.WORK, "before");
        bot.await("a token is held", () -> texts().size() == 1);
        int tokens = wecom.calls("gettoken").size();
        wecom.expireTokens();
        text(Lane.WORK, "after");
        bot.await("it is out", () -> texts().size() == 2);
        assertThat(wecom.calls("gettoken")).hasSize(tokens + 1);
        bot.await("at the first attempt", () -> state("after").equals("1 1"));
    }

    @Test
    void invalidTokenIsRenewedOnceAndThenWaitedFor() {
        text(Lane.WORK, "before");
        bot.await("a token is held", () -> texts().size() == 1);
        int tokens = wecom.calls("gettoken").size();
        wecom.misbehave().next("message/send", Trouble.errcode(40014), 2);
        text(Lane.WORK, "after");
        bot.await("it waits", () -> state("after").equals("0 1"));
        assertThat(wecom.calls("gettoken")).hasSize(tokens + 1);
        wecom.advance(LATER);
        bot.await("it is out", () -> texts().size() == 2);
    }

    @Test
    void cardWhoseAnswerWasLostCountsAsOut() {
        wecom.misbehave().next("message/send", Trouble.answerLost(), 1);
        card(Lane.WORK, "lost-" + name);
        bot.await("uncertain", () -> cardState("lost-" + name).equals("0 1"));
        wecom.advance(LATER);
        bot.await("unconfirmed", () -> cardState("lost-" + name).equals("2 2"));
        assertThat(phone.received()).hasSize(1);
    }

    @Test
    void taskIdThatWasUsedBeforeIsRefused() {
        card(Lane.WORK, "used-" + name);
        bot.settle();
        in(() -> outbox().send("again:" + name, to, Lane.WORK, face("used-" + name, "二")));
        bot.await(
                "given up",
                () -> bot.count(
                                "SELECT COUNT(*) FROM outbox_message WHERE cause = ? AND state = 3 AND attempts = 1"
                                        + " AND reason LIKE '%42014%'",
                                "again:" + name)
                        == 1);
        assertThat(phone.received()).hasSize(1);
    }

    @Test
    void permanentRefusalIsGivenUpWithItsReasonAndTheLaneGoesOn() {
        wecom.misbehave().next("message/send", Trouble.errcode(40035), 1);
        text(Lane.WORK, "refused");
        text(Lane.WORK, "next");
        bot.await("the next one", () -> texts().equals(List.of("next")));
        assertThat(state("refused")).isEqualTo("3 1");
        assertThat(bot.jdbc()
                        .queryForObject(
                                "SELECT reason FROM outbox_message WHERE cause = ?", String.class, "refused:" + name))
                .contains("message/send", "40035");
    }

    @Test
    void deadPushIsReplayedOrDiscardedOnce() {
        DeadPushes dead = bot.bean(DeadPushes.class);
        wecom.misbehave().next("message/send", Trouble.errcode(40035), 2);
        text(Lane.WORK, "replayed");
        text(Lane.WORK, "discarded");
        bot.await(
                "both given up",
                () -> state("replayed").equals("3 1") && state("discarded").equals("3 1"));
        String recipient = "member:" + to.id().value();
        List<DeadPush> mine = dead.list(500, null).stream()
                .filter(push -> push.recipient().equals(recipient))
                .toList();
        assertThat(mine).hasSize(2).allMatch(push -> push.reason().contains("40035") && push.attempts() == 1);
        assertThat(dead.list(500, mine.get(0).id())).contains(mine.get(1)).doesNotContain(mine.get(0));

        assertThat(dead.discard(mine.get(1).id(), "api")).isTrue();
        assertThat(dead.replay(mine.get(1).id(), "api")).isFalse();
        assertThat(dead.replay(mine.get(0).id(), "api")).isTrue();
        bot.await("the replayed one", () -> texts().equals(List.of("replayed")));
        bot.await("it is out", () -> state("replayed").equals("1 1"));
        assertThat(dead.replay(mine.get(0).id(), "api")).isFalse();
        assertThat(dead.discard(mine.get(0).id(), "api")).isFalse();
        assertThat(state("discarded")).isEqualTo("5 1");
        assertThat(bot.count(
                        "SELECT COUNT(*) FROM outbox_message WHERE recipient = ? AND decided_by = 'api'", recipient))
                .isEqualTo(2);
    }

    @Test
    void replayedUpdateDoesNotHideALaterOne() {
        String task = "replay-" + name;
        card(Lane.WORK, task);
        bot.settle();
        String first = tapCode(task);
        String second = tapCode(task);
        wecom.misbehave().next("message/update_template_card", Trouble.errcode(40058), 1);
        in(() -> outbox().answerTap("u1:" + name, to, task, first, CardUpdate.card(face(task, "一"))));
        bot.await("given up", () -> cause("u1:" + name).equals("3 1"));
        in(() -> outbox().answerTap("u2:" + name, to, task, second, CardUpdate.card(face(task, "二"))));
        bot.settle();
        String id =
                bot.jdbc().queryForObject("SELECT id FROM outbox_message WHERE cause = ?", String.class, "u1:" + name);
        assertThat(bot.bean(DeadPushes.class).replay(String.valueOf(id), "api")).isTrue();
        bot.await("it is overtaken", () -> cause("u1:" + name).startsWith("4 "));
        assertThat(phone.card(task).title()).isEqualTo("二");
    }

    @Test
    void memberWhoIsGoneIsGivenUp() {
        wecom.changePeople(people -> people.removeMember(name));
        text(Lane.WORK, "to nobody");
        bot.await("given up", () -> state("to nobody").equals("3 1"));
    }

    @Test
    void sameWordsForAnotherCauseAreShownOnceEachThoughAnAnswerWasLost() {
        in(() -> outbox().send("first:" + name, to, Lane.ANSWER, new Text("帮助")));
        bot.settle();
        wecom.misbehave().next("message/send", Trouble.answerLost(), 1);
        in(() -> outbox().send("second:" + name, to, Lane.ANSWER, new Text("帮助")));
        bot.await("unheard", () -> cause("second:" + name).equals("0 1"));
        wecom.advance(LATER);
        bot.settle();
        assertThat(texts()).containsExactly("帮助", "帮助");
    }

    @Test
    void afterFourHoursOfUnknownOutcomeTheCardGoesOnUnderANewNameAndEitherIsAnsweredWithItsOwnCode() {
        String task = "issue-" + name;
        wecom.misbehave().next("message/send", Trouble.answerLost(), 1);
        wecom.misbehave().always("message/send", Trouble.cut());
        card(Lane.WORK, task);
        bot.await("unheard", () -> cardState(task).matches("0 [1-9]"));
        wecom.advance(Duration.ofMinutes(241));
        bot.await(
                "it goes on under a new name",
                () -> bot.count(
                                "SELECT COUNT(*) FROM outbox_message WHERE cause = ? AND issue = 2 AND attempts > 1",
                                "card:" + task)
                        == 1);
        wecom.misbehave().calm();
        wecom.advance(LATER);
        bot.await("it is out and heard", () -> cardState(task).startsWith("1 "));
        assertThat(phone.cards()).extracting(CardView::taskId).containsExactly(task, task + "@2");

        String oldCode = tapCode(task);
        in(() -> outbox().answerTap("old:" + name, to, task, oldCode, CardUpdate.card(face(task, "旧"))));
        String newCode = tapCode(task + "@2");
        in(() -> outbox().answerTap("new:" + name, to, task + "@2", newCode, CardUpdate.card(face(task + "@2", "新"))));
        bot.settle();
        assertThat(phone.card(task).title()).isEqualTo("旧");
        assertThat(phone.card(task + "@2").title()).isEqualTo("新");

        in(() -> outbox().replaceCard("page:" + name, to, task, CardUpdate.card(face(task, "页"))));
        bot.settle();
        assertThat(phone.card(task + "@2").title()).isEqualTo("页");
        in(() -> outbox().recall("recall:" + name, to, Lane.WORK, task));
        bot.settle();
        assertThat(cause("recall:" + name)).isEqualTo("1 1");
        assertThat(wecom.refusedCalls().stream()
                        .filter(call -> call.body().toString().contains(name)))
                .isEmpty();
    }

    @Test
    void tapThatComesBeforeTheSendsAnswerProvesThatTheCardIsOut() {
        String task = "early-" + name;
        wecom.misbehave().next("message/send", Trouble.answerLost(), 1);
        wecom.misbehave().always("message/send", Trouble.cut());
        card(Lane.WORK, task);
        bot.await("unheard", () -> cardState(task).matches("0 [1-9]"));
        String code = tapCode(task);
        in(() -> outbox().answerTap("tap:" + name, to, task, code, CardUpdate.card(face(task, "已答"))));
        bot.await("answered with the tap's own code", () -> cause("tap:" + name).equals("1 1"));
        wecom.advance(Duration.ofHours(5));
        bot.await("nothing is sent any more", () -> cardState(task).startsWith("2 "));
        assertThat(phone.received()).hasSize(1);
        assertThat(phone.card(task).title()).isEqualTo("已答");
    }

    @Test
    void answerOfTheSendThatIsNotedAfterTheTapWasAnsweredUndoesNothing() {
        String task = "late-" + name;
        TransactionTemplate tx = bot.bean(TransactionTemplate.class);
        wecom.misbehave().next("message/send", Trouble.slow(Duration.ofSeconds(1)), 1);
        card(Lane.WORK, task);
        bot.await(
                "the attempt has begun",
                () -> bot.count("SELECT COUNT(*) FROM outbox_message WHERE cause = ? AND attempts = 1", "card:" + task)
                        == 1);
        tx.executeWithoutResult(status -> {
            // Until this transaction ends nobody can note what WeCom answered.
            bot.jdbc()
                    .queryForList(
                            "SELECT id FROM outbox_message WHERE cause = ? FOR UPDATE", String.class, "card:" + task);
            bot.await("the card is on the phone", () -> !phone.cards().isEmpty());
            String code = tapCode(task);
            TransactionTemplate other =
                    new TransactionTemplate(java.util.Objects.requireNonNull(tx.getTransactionManager()));
            other.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
            other.executeWithoutResult(
                    inner -> outbox().answerTap("tap:" + name, to, task, code, CardUpdate.card(face(task, "已答"))));
            bot.await("the tap is answered", () -> phone.card(task).title().equals("已答"));
        });
        bot.settle();
        assertThat(cardState(task)).isEqualTo("1 1");
        assertThat(cause("tap:" + name)).isEqualTo("1 1");
        assertThat(phone.card(task).title()).isEqualTo("已答");
        assertThat(phone.card(task).history()).hasSize(2);
    }

    @Test
    void replayedCardWhoseOutcomeIsUnknownIsTheSameCardWithinFourHours() {
        String task = "dead-" + name;
        wecom.misbehave().next("message/send", Trouble.answerLost(), 1);
        wecom.misbehave().next("message/send", Trouble.errcode(40035), 1);
        card(Lane.WORK, task);
        bot.await("given up", () -> {
            wecom.advance(LATER);
            return cardState(task).equals("3 2");
        });
        String id = bot.jdbc()
                .queryForObject("SELECT id FROM outbox_message WHERE cause = ?", String.class, "card:" + task);
        assertThat(bot.bean(DeadPushes.class).replay(String.valueOf(id), "api")).isTrue();
        bot.await("known as out", () -> cardState(task).equals("2 1"));
        assertThat(phone.received()).hasSize(1);
    }

    @Test
    void threeDaysOfTroubleAreEnough() {
        wecom.misbehave().always("message/send", Trouble.errcode(-1));
        text(Lane.WORK, "hopeless");
        bot.await("failed", () -> state("hopeless").matches("0 [1-9]"));
        wecom.advance(Duration.ofHours(71));
        bot.await("still tried", () -> state("hopeless").matches("0 ([3-9]|[1-9][0-9]+)"));
        wecom.advance(Duration.ofHours(1));
        bot.await("given up", () -> state("hopeless").startsWith("3 "));
    }

    @Test
    void fortyMessagesStayBelowThirtyAMinute() {
        for (int i = 10; i < 50; i++) {
            text(i % 2 == 0 ? Lane.WORK : Lane.ANSWER, "m" + i);
        }
        bot.await("the first minute", () -> phone.received().size() == 25);
        wecom.advance(Duration.ofSeconds(61));
        bot.await("the second", () -> phone.received().size() == 40);
        assertThat(texts()).doesNotHaveDuplicates();
    }

    @Test
    void facesOfCardsWaitForABucketOfTheirOwn() {
        String task = "busy-" + name;
        card(Lane.WORK, task);
        bot.settle();
        for (int i = 0; i < 25; i++) {
            String code = tapCode(task);
            int face = i;
            in(() -> outbox().answerTap(
                            "face" + face + ":" + name, to, task, code, CardUpdate.card(face(task, "第" + face))));
            bot.await(
                    "said or waiting", () -> !cause("face" + face + ":" + name).isEmpty());
        }
        text(Lane.WORK, "a message is not held up");
        bot.await("it is out", () -> state("a message is not held up").equals("1 1"));
        assertThat(phone.card(task).history()).hasSizeLessThanOrEqualTo(21);
        wecom.advance(Duration.ofSeconds(62));
        bot.await("the last face", () -> phone.card(task).title().equals("第24"));
    }

    @Test
    void cardsOwnCodeOutlivesAFailedAttempt() {
        card(Lane.WORK, "own-" + name);
        bot.settle();
        wecom.misbehave().next("message/update_template_card", Trouble.errcode(-1), 1);
        in(() -> outbox().replaceCard("r:" + name, to, "own-" + name, CardUpdate.replaceName("已处理")));
        bot.await("failed", () -> cause("r:" + name).equals("0 1"));
        wecom.advance(LATER);
        bot.await("changed", () -> phone.card("own-" + name).greyText().isPresent());
        assertThat(cause("r:" + name)).isEqualTo("1 2");
    }

    @Test
    void updateWhoseAnswerWasLostCountsAsOut() {
        card(Lane.WORK, "lostup-" + name);
        bot.settle();
        wecom.misbehave().next("message/update_template_card", Trouble.answerLost(), 1);
        in(() -> outbox().replaceCard("r:" + name, to, "lostup-" + name, CardUpdate.replaceName("已处理")));
        bot.await("uncertain", () -> cause("r:" + name).equals("0 1"));
        wecom.advance(LATER);
        bot.await("out", () -> cause("r:" + name).equals("2 2"));
    }

    @Test
    void laterUpdateOvertakesAnEarlierOne() {
        String task = "fast-" + name;
        card(Lane.WORK, task);
        bot.settle();
        String first = tapCode(task);
        String second = tapCode(task);
        wecom.misbehave().next("message/update_template_card", Trouble.errcode(-1), 1);
        in(() -> outbox().answerTap("u1:" + name, to, task, first, CardUpdate.card(face(task, "一"))));
        bot.await("failed", () -> cause("u1:" + name).equals("0 1"));
        in(() -> outbox().answerTap("u2:" + name, to, task, second, CardUpdate.card(face(task, "二"))));
        wecom.advance(LATER);
        bot.await("the later one", () -> phone.card(task).title().equals("二"));
        assertThat(cause("u1:" + name)).isEqualTo("4 1");
        assertThat(phone.card(task).history()).hasSize(2);
    }

    @Test
    void updateWithoutACodeOvertakesNoneThatHasOne() {
        String task = "poor-" + name;
        card(Lane.WORK, task);
        bot.settle();
        in(() -> outbox().replaceCard("u0:" + name, to, task, CardUpdate.card(face(task, "零"))));
        bot.await("the card's own code is spent", () -> cause("u0:" + name).equals("1 1"));
        String code = tapCode(task);
        wecom.misbehave().next("message/update_template_card", Trouble.errcode(-1), 1);
        in(() -> outbox().answerTap("u1:" + name, to, task, code, CardUpdate.card(face(task, "一"))));
        bot.await("failed", () -> cause("u1:" + name).equals("0 1"));
        in(() -> outbox().replaceCard("u2:" + name, to, task, CardUpdate.card(face(task, "二"))));
        wecom.advance(LATER);
        bot.settle();
        assertThat(phone.card(task).title()).isEqualTo("一");
        assertThat(cause("u2:" + name)).isEqualTo("4 1");
        assertThat(wecom.refusedCalls().stream()
                        .filter(call -> call.body().toString().contains(name)))
                .isEmpty();
    }

    @Test
    void cardThatIsSettledBeforeItIsSentIsNotSent() {
        quiet(-1, 5);
        card(Lane.WORK, "unsent1-" + name);
        card(Lane.WORK, "unsent2-" + name);
        in(() -> outbox().replaceCard("r1:" + name, to, "unsent1-" + name, CardUpdate.replaceName("已处理")));
        in(() -> outbox().recall("r2:" + name, to, Lane.ANSWER, "unsent2-" + name));
        bot.settle();
        assertThat(phone.received()).isEmpty();
        assertThat(cardState("unsent1-" + name)).isEqualTo("4 0");
        assertThat(cardState("unsent2-" + name)).isEqualTo("4 0");
    }

    @Test
    void recallBehindItsUnsentCardInTheSameLaneSparesTheMember() {
        wecom.misbehave().next("message/send", Trouble.errcode(-1), 1);
        text(Lane.WORK, "holds the lane");
        bot.await("failed", () -> state("holds the lane").equals("0 1"));
        card(Lane.WORK, "spared-" + name);
        in(() -> outbox().recall("r:" + name, to, Lane.WORK, "spared-" + name));
        wecom.advance(LATER);
        bot.settle();
        assertThat(texts()).containsExactly("holds the lane");
    }

    @Test
    void cardThatIsOutIsRecalled() {
        card(Lane.WORK, "out-" + name);
        bot.settle();
        in(() -> outbox().recall("r:" + name, to, Lane.WORK, "out-" + name));
        bot.settle();
        assertThat(phone.received()).singleElement().matches(ReceivedMessage::recalled);
        wecom.advance(Duration.ofHours(25));
        in(() -> outbox().recall("late:" + name, to, Lane.WORK, "out-" + name));
        bot.settle();
        assertThat(wecom.refusedCalls().stream().filter(call -> call.path().equals("message/recall")))
                .isEmpty();
    }

    @Test
    void quietHoursHoldWorkAndLetAnswersAndDeadlinesPass() {
        quiet(-1, 6);
        text(Lane.WORK, "work");
        text(Lane.DIGEST, "digest");
        text(Lane.ANSWER, "answer");
        text(Lane.DEADLINE, "deadline");
        bot.await("what passes", () -> texts().size() == 2);
        assertThat(texts()).containsExactlyInAnyOrder("answer", "deadline");
        wecom.advance(Duration.ofHours(5));
        bot.await("still waiting", () -> state("work").equals("0 0"));
        assertThat(texts()).hasSize(2);
        // Two failures in the first minute of the morning are no reason to give up what waited all night.
        wecom.misbehave().next("message/send", Trouble.errcode(-1), 4);
        wecom.advance(Duration.ofMinutes(61));
        bot.await("tried", () -> state("work").equals("0 1") && state("digest").equals("0 1"));
        wecom.advance(LATER);
        bot.await(
                "tried again",
                () -> state("work").equals("0 2") && state("digest").equals("0 2"));
        wecom.advance(LATER);
        bot.await("out", () -> texts().size() == 4);
    }

    @Test
    void cardThatMayBeOutDoesNotHoldAnswersUntilTheQuietHoursEnd() {
        String task = "evening-" + name;
        wecom.misbehave().next("message/send", Trouble.answerLost(), 1);
        card(Lane.WORK, task);
        bot.await("unheard", () -> cardState(task).equals("0 1"));
        quiet(-1, 6);
        in(() -> outbox().replaceCard("r:" + name, to, task, CardUpdate.replaceName("已处理")));
        text(Lane.ANSWER, "answer");
        wecom.advance(LATER);
        bot.await("it is known as out", () -> cardState(task).startsWith("2 "));
        wecom.advance(LATER);
        bot.await("the answer is out", () -> texts().contains("answer"));
        assertThat(phone.cards()).hasSize(1);
    }

    @Test
    void endingTheQuietHoursLetsGoWhatWaited() {
        quiet(-1, 6);
        text(Lane.WORK, "work");
        bot.await(
                "it waits",
                () -> bot.count(
                                "SELECT COUNT(*) FROM outbox_channel WHERE recipient = ? AND claim IS NULL AND due_at > ?",
                                "member:" + to.id().value(),
                                java.time.LocalDateTime.ofInstant(wecom.now(), java.time.ZoneOffset.UTC))
                        == 1);
        in(() -> bot.bean(QuietHoursBook.class).set(to.id(), QuietHours.NONE));
        bot.await("out", () -> texts().equals(List.of("work")));
    }

    @Test
    void whatAClockThatWasAheadPutOffIsPulledBack() {
        wecom.misbehave().next("message/send", Trouble.errcode(-1), 1);
        text(Lane.WORK, "put off");
        bot.await("it rests", () -> state("put off").equals("0 1"));
        java.time.LocalDateTime ahead = java.time.LocalDateTime.ofInstant(wecom.now(), java.time.ZoneOffset.UTC)
                .plusHours(1);
        bot.jdbc()
                .update(
                        "UPDATE outbox_channel SET due_at = ?, claim = 'somebody who died', claimed_until = ? WHERE recipient = ?",
                        ahead,
                        ahead.plusMinutes(1),
                        "member:" + to.id().value());
        bot.await(
                "the dead one's lease is as long as any",
                () -> bot.count(
                                "SELECT COUNT(*) FROM outbox_channel WHERE recipient = ? AND claimed_until > ?",
                                "member:" + to.id().value(),
                                ahead)
                        == 0);
        wecom.advance(LATER);
        bot.await("out", () -> texts().equals(List.of("put off")));
    }

    @Test
    void leaseThatAJumpOfTheClockEndedSendsNothingTwice() {
        String task = "jump-" + name;
        wecom.misbehave().next("message/send", Trouble.slow(Duration.ofSeconds(2)), 2);
        card(Lane.WORK, task);
        text(Lane.ANSWER, "jumped");
        bot.await(
                "both are under way",
                () -> bot.count(
                                "SELECT COUNT(*) FROM outbox_message WHERE recipient = ? AND attempts = 1",
                                "member:" + to.id().value())
                        == 2);
        wecom.advance(Duration.ofHours(5));
        bot.settle();
        bot.await(
                "both are out",
                () -> cardState(task).matches("[12] .*") && state("jumped").matches("[12] .*"));
        assertThat(phone.received()).hasSize(2);
    }

    @Test
    void rollbackTakesMessagesAndTimersAlong() {
        Timers timers = bot.bean(Timers.class);
        TaskDescriptor<Void> errand = TaskDescriptor.of("rollback-" + name);
        String scheduled = "SELECT COUNT(*) FROM scheduled_tasks WHERE task_name = ?";
        assertThatThrownBy(() -> in(() -> {
                    outbox().send("rollback:" + name, to, Lane.ANSWER, new Text("never"));
                    timers.set(errand, "1", wecom.now().plusSeconds(9_999_999));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(bot.count(scheduled, errand.getTaskName())).isZero();
        in(() -> timers.set(errand, "1", wecom.now().plusSeconds(9_999_999)));
        assertThat(bot.count(scheduled, errand.getTaskName())).isEqualTo(1);
        in(() -> timers.cancel(errand, "1"));
        bot.settle();
        assertThat(bot.count("SELECT COUNT(*) FROM outbox_message WHERE cause = ?", "rollback:" + name))
                .isZero();
        assertThat(texts()).isEmpty();
    }

    private Outbox outbox() {
        return bot.bean(Outbox.class);
    }

    private static void in(Runnable work) {
        bot.bean(TransactionTemplate.class).executeWithoutResult(status -> work.run());
    }

    private void text(Lane lane, String words) {
        in(() -> outbox().send(words.replace(' ', '-') + ":" + name, to, lane, new Text(words)));
    }

    private void card(Lane lane, String taskId) {
        in(() -> outbox().send("card:" + taskId, to, lane, face(taskId, "卡片")));
    }

    private static TemplateCard face(String taskId, String title) {
        return ButtonInteraction.builder(new TaskId(taskId))
                .title(title)
                .button("好", Button.Style.values()[0], "wire-test:" + taskId)
                .build();
    }

    /** The code that a tap on the card brings; nobody handles the tap itself. */
    private String tapCode(String taskId) {
        Matcher code = CODE.matcher(phone.presses(phone.card(taskId), "好").xml());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private void quiet(int fromHour, int untilHour) {
        ZonedDateTime now =
                wecom.now().atZone(ZoneId.of("Asia/Shanghai")).withSecond(0).withNano(0);
        QuietHours hours = new QuietHours(
                now.plusHours(fromHour).toLocalTime(), now.plusHours(untilHour).toLocalTime());
        in(() -> bot.bean(QuietHoursBook.class).set(to.id(), hours));
    }

    private List<String> texts() {
        return phone.received().stream().map(ReceivedMessage::text).toList();
    }

    private String state(String words) {
        return cause(words.replace(' ', '-') + ":" + name);
    }

    private String cardState(String taskId) {
        return cause("card:" + taskId);
    }

    /** State and attempts of a push that rests between two attempts or is done. */
    private static String cause(String cause) {
        return bot
                .jdbc()
                .queryForList(
                        "SELECT CONCAT(state, ' ', attempts) FROM outbox_message m JOIN outbox_channel c"
                                + " ON c.recipient = m.recipient AND c.lane = m.lane"
                                + " WHERE cause = ? AND (state > 0 OR c.claim IS NULL)",
                        String.class,
                        cause)
                .stream()
                .findFirst()
                .orElse("");
    }
}
