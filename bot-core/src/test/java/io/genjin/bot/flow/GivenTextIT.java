package io.genjin.bot.flow;

import static io.genjin.bot.flow.FlowBot.BOT;
import static io.genjin.bot.flow.FlowBot.advance;
import static io.genjin.bot.flow.FlowBot.card;
import static io.genjin.bot.flow.FlowBot.customer;
import static io.genjin.bot.flow.FlowBot.followUpsOf;
import static io.genjin.bot.flow.FlowBot.refusedPushes;
import static io.genjin.bot.flow.FlowBot.rep;
import static io.genjin.bot.flow.FlowBot.settle;
import static io.genjin.bot.flow.FlowBot.textsTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.sandbox.wecom.phone.CardView;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a rep types, pastes or forwards to the bot. */
class GivenTextIT {

    @AfterEach
    void noPushBrokeARuleOfWeComs() {
        assertThat(refusedPushes()).isEmpty();
    }

    /** The rep has dealt with this company, longer ago than ten minutes. */
    private static MemberPhone repOf(String name, String company) {
        MemberPhone rep = rep(name);
        customer("某人", company, rep).says("您好");
        settle();
        return rep;
    }

    private static void says(MemberPhone rep, String text) {
        rep.sends(text);
        settle();
    }

    @Test
    void aSentenceAboutANamedCustomerBecomesACard() {
        MemberPhone li = repOf("赵一", "甲一食品");
        advance(Duration.ofMinutes(11));
        li.sends("甲一食品要报价，周五回");
        CardView card = card(li);
        assertThat(card.title()).contains("甲一食品");
        assertThat(card.desc()).contains("报价");
        assertThat(card.selected().get("next_contact").get(0)).hasSize(10);
        li.presses(card, "确认");
        settle();
        assertThat(followUpsOf(li)).isEqualTo(1);
    }

    @Test
    void wordsWithoutANameBelongToWhomTheRepDealtWithJustNow() {
        MemberPhone li = repOf("赵二", "甲二食品");
        li.sends("您好，麻烦发个报价，预算8万");
        assertThat(card(li).title()).contains("甲二食品");
    }

    @Test
    void aNewCustomerIsNotWhomTheRepDealtWithJustNow() {
        MemberPhone li = repOf("赵二二", "甲二二食品");
        li.sends("新客户南方医疗说先试用两周，下周三拜访");
        assertThat(card(li).title()).isEqualTo("这是哪个客户？");
    }

    @Test
    void elseACardAsksAndEachCaseIsAskedByItself() {
        MemberPhone li = repOf("赵三", "甲三食品");
        advance(Duration.ofMinutes(11));
        li.sends("您好，麻烦发个报价，预算8万");
        CardView first = card(li);
        assertThat(first.title()).isEqualTo("这是哪个客户？");
        assertThat(first.options().get("customer").values()).contains("甲三食品", "新客户");
        says(li, "请问什么时候能签合同");
        CardView second = card(li, 2);
        assertThat(second.title()).isEqualTo("这是哪个客户？");
        li.presses(first, "就是它");
        settle();
        CardView draft = card(li, 3);
        assertThat(draft.title()).contains("甲三食品");
        assertThat(draft.desc()).contains("报价").doesNotContain("合同");
        li.pressesAsSeen(first, "就是它");
        settle();
        assertThat(li.card(first).greyText()).contains("已处理");
        assertThat(li.cards()).hasSize(3);
    }

    @Test
    void aNewCustomerIsAskedForOnceAndReadBack() {
        MemberPhone li = rep("赵四");
        li.sends("您好，麻烦发个报价，预算8万");
        CardView whose = card(li);
        li.choosesAndPresses(whose, Map.of("customer", java.util.List.of("new")), "就是它");
        settle();
        li.pressesAsSeen(whose, "就是它");
        settle();
        assertThat(textsTo(li)).filteredOn(text -> text.contains("新客户叫什么")).hasSize(1);
        says(li, "我的线索");
        assertThat(textsTo(li)).as("a command is no answer").anyMatch(text -> text.contains("还没有线索"));
        says(li, "合同什么时候能签，预算9万");
        CardView doubt = li.lastCard();
        assertThat(doubt.title()).isEqualTo("这是回答，还是新的一件事？");
        says(li, "甲四<食品>&公司");
        assertThat(textsTo(li)).anyMatch(text -> text.contains("已记录：「甲四"));
        CardView draft = li.cards().stream()
                .filter(card -> card.title().equals("甲四<食品>&公司"))
                .findFirst()
                .orElseThrow();
        assertThat(draft.desc()).contains("报价");
        assertThat(BOT.count("SELECT COUNT(*) FROM crm_chat_message WHERE body = '合同什么时候能签，预算9万'"))
                .as("what was in doubt is heard as a case, now that the name is settled")
                .isEqualTo(1);
        li.pressesAsSeen(doubt, "是回答");
        settle();
        assertThat(li.card(doubt).greyText()).contains("已处理");
        li.presses(draft, "确认");
        settle();
        assertThat(followUpsOf(li)).as("the card did not show those words yet").isZero();
        assertThat(li.card(draft).desc()).contains("合同");
        li.presses(li.card(draft), "确认");
        settle();
        assertThat(followUpsOf(li)).isEqualTo(1);
    }

    @Test
    void whoAsksWaitsForWhoAsksTheSameMemberJustNow() {
        MemberPhone li = repOf("赵十一", "甲十一食品");
        var member = BOT.bean(io.genjin.crm.member.MemberStore.class)
                .findByUserId(li.userId())
                .orElseThrow();
        var dialogues = BOT.bean(io.genjin.bot.dialogue.Dialogues.class);
        var tx = BOT.bean(org.springframework.transaction.support.TransactionTemplate.class);
        var beside = new org.springframework.transaction.support.TransactionTemplate(
                java.util.Objects.requireNonNull(tx.getTransactionManager()));
        beside.setPropagationBehavior(org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        tx.executeWithoutResult(first -> {
            dialogues.ask(member, "new-customer", "0".repeat(32), "一？");
            assertThatThrownBy(() -> beside.executeWithoutResult(second -> {
                        BOT.jdbc().execute("SET SESSION innodb_lock_wait_timeout = 1");
                        try {
                            dialogues.ask(member, "new-customer", "1".repeat(32), "二？");
                        } finally {
                            // The connection goes back to the pool that all tests share.
                            BOT.jdbc().execute("SET SESSION innodb_lock_wait_timeout = DEFAULT");
                        }
                    }))
                    .isInstanceOf(org.springframework.dao.PessimisticLockingFailureException.class);
            first.setRollbackOnly();
        });
    }

    @Test
    void newCustomersOfTwoCasesAreAskedForOneAfterTheOther() {
        MemberPhone li = repOf("赵九", "甲九食品");
        advance(Duration.ofMinutes(11));
        li.sends("您好，麻烦发个报价，预算8万");
        CardView first = card(li);
        says(li, "请问什么时候能签合同");
        CardView second = card(li, 2);
        BOT.wecom().holdCallbacks();
        li.choosesAndPresses(first, Map.of("customer", java.util.List.of("new")), "就是它");
        li.choosesAndPresses(second, Map.of("customer", java.util.List.of("new")), "就是它");
        BOT.wecom().releaseCallbacks();
        settle();
        assertThat(textsTo(li)).filteredOn(text -> text.contains("新客户叫什么")).hasSize(1);
        assertThat(BOT.count(
                        "SELECT COUNT(*) FROM dialogue d JOIN crm_member m ON m.id = d.member_id WHERE m.user_id = ? AND asked_at IS NOT NULL",
                        li.userId()))
                .isEqualTo(1);
        says(li, "甲九一公司");
        assertThat(textsTo(li)).filteredOn(text -> text.contains("新客户叫什么")).hasSize(2);
        says(li, "甲九二公司");
        assertThat(BOT.count(
                        "SELECT COUNT(*) FROM dialogue d JOIN crm_member m ON m.id = d.member_id WHERE m.user_id = ?",
                        li.userId()))
                .isZero();
    }

    @Test
    void aNameThatCannotBeKeptIsAskedForAgainAndAnUnansweredQuestionEndsPolitely() {
        MemberPhone li = rep("赵五");
        li.sends("您好，麻烦发个报价，预算8万");
        CardView whose = card(li);
        li.choosesAndPresses(whose, Map.of("customer", java.util.List.of("new")), "就是它");
        settle();
        says(li, "名".repeat(101));
        CardView doubt = li.lastCard();
        li.presses(doubt, "是回答");
        settle();
        assertThat(textsTo(li)).anyMatch(text -> text.contains("这个名字记不下"));
        advance(Duration.ofMinutes(31));
        assertThat(textsTo(li)).anyMatch(text -> text.contains("先不问了"));
        assertThat(BOT.count("SELECT COUNT(*) FROM dialogue")).isZero();
    }

    @Test
    void aPastedChatIsSplitIntoItsSpeakers() {
        MemberPhone li = repOf("赵六", "甲六食品");
        li.sends("王总 10:01\n报价单发我一份，预算12万\n赵六 10:02\n好的，明天上午十点给您打电话\n王总 10:03\n合同也一起");
        CardView card = card(li);
        assertThat(card.title()).contains("甲六食品");
        assertThat(card.desc()).contains("报价").contains("合同");
        assertThat(card.quote()).doesNotContain("好的");
        assertThat(BOT.count(
                        "SELECT COUNT(*) FROM crm_chat_message m JOIN crm_chat_thread t ON t.id = m.thread_id"
                                + " JOIN crm_member p ON p.id = t.member_id WHERE p.user_id = ? AND m.source = 'MEMBER_TEXT' AND m.speaker = 'REP'",
                        li.userId()))
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeReadAndWhatSaysNothingIsAnsweredOnceADay() {
        MemberPhone li = rep("赵七");
        li.sendsImage();
        li.sendsVoice();
        li.sendsRaw("some_new_type", Map.of("Whatever", "1"));
        says(li, "早上好");
        says(li, "在吗在吗");
        assertThat(textsTo(li)).filteredOn(text -> text.contains("读不了")).hasSize(1);
        assertThat(textsTo(li)).filteredOn(text -> text.contains("没听出跟进内容")).hasSize(1);
        advance(Duration.ofHours(24));
        says(li, "早上好啊");
        assertThat(textsTo(li)).filteredOn(text -> text.contains("没听出跟进内容")).hasSize(2);
    }

    @Test
    void commandsAreAnswered() {
        MemberPhone li = rep("赵八");
        for (String command : java.util.List.of("帮助", "我的草稿", "我的线索", "免打扰", "免打扰 22:00-08:00", "免打扰 乱写", "免打扰 关")) {
            says(li, command);
        }
        assertThat(textsTo(li)).hasSize(7);
        assertThat(textsTo(li).get(0)).contains("合并转发").contains("我的草稿").contains("免打扰");
        assertThat(textsTo(li).get(4)).contains("22:00-08:00");
        assertThat(textsTo(li).get(5)).contains("没看懂");
    }
}
