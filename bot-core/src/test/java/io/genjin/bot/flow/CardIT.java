package io.genjin.bot.flow;

import static io.genjin.bot.flow.FlowBot.BOT;
import static io.genjin.bot.flow.FlowBot.advance;
import static io.genjin.bot.flow.FlowBot.card;
import static io.genjin.bot.flow.FlowBot.customer;
import static io.genjin.bot.flow.FlowBot.draftOf;
import static io.genjin.bot.flow.FlowBot.followUps;
import static io.genjin.bot.flow.FlowBot.followUpsOf;
import static io.genjin.bot.flow.FlowBot.refusedPushes;
import static io.genjin.bot.flow.FlowBot.rep;
import static io.genjin.bot.flow.FlowBot.settle;
import static io.genjin.bot.flow.FlowBot.status;
import static io.genjin.bot.flow.FlowBot.textsTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.sandbox.wecom.callback.DeliveryPlan;
import io.genjin.sandbox.wecom.phone.CardView;
import io.genjin.sandbox.wecom.phone.CustomerPhone;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The card of a draft: what makes it, what changes it, and what taps on it do. */
class CardIT {
    private static final String QUOTE = "麻烦把50个账号的报价单发我，预算12.8万";

    @AfterEach
    void noPushBrokeARuleOfWeComs() {
        assertThat(refusedPushes()).isEmpty();
    }

    @Test
    void aChattyCustomerMakesOneCard() {
        MemberPhone li = rep("李一");
        CustomerPhone wang = customer("王一", "一号快消", li);
        BOT.wecom().holdCallbacks();
        wang.says("我们是做快消的");
        wang.says(QUOTE);
        wang.says("合同也发一份");
        wang.says("明天下午三点电话聊");
        BOT.wecom().releaseCallbacks();
        CardView card = card(li);
        settle();
        assertThat(li.cards()).hasSize(1);
        assertThat(card.desc()).contains("报价").contains("合同");
        assertThat(card.rows()).containsEntry("金额", "12.8万元").containsEntry("阶段", "初步接触");
        assertThat(card.quote().lines()).hasSizeBetween(2, 3);
        assertThat(card.codesIssued()).isEqualTo(1);
        assertThat(card.codesSpent()).isZero();
    }

    @Test
    void whatIsStoredIsWhatTheCardShowed() {
        MemberPhone li = rep("李二");
        customer("王二", "二号快消", li).says(QUOTE + "，就是有点贵，明天下午三点电话聊");
        CardView card = card(li);
        li.presses(card, "确认");
        settle();
        Map<String, Object> record =
                BOT.jdbc().queryForMap("SELECT * FROM crm_follow_up WHERE draft_id = ?", draftOf(card));
        assertThat(record.get("quoted")).isEqualTo(card.quote());
        assertThat(record.get("amount").toString()).isEqualTo("128000.00");
        assertThat(record.get("objection")).isEqualTo(card.rows().get("客户异议"));
        assertThat(record.get("next_action")).isEqualTo(card.rows().get("下一步"));
        String chosen = card.selected().get("next_contact").get(0);
        assertThat(BOT.jdbc()
                        .queryForObject(
                                "SELECT DATE_FORMAT(next_contact_at + INTERVAL 8 HOUR, '%Y-%m-%dT%H:%i') FROM crm_lead WHERE id = ?",
                                String.class, record.get("lead_id")))
                .isEqualTo(chosen);
        assertThat(li.card(card).title()).isEqualTo(card.title());
    }

    @Test
    void tapsFromTwoPhonesAndRepeatedOnesLeaveOneRecordAndAreAllAnswered() {
        MemberPhone li = rep("李三");
        customer("王三", "三号快消", li).says(QUOTE);
        CardView card = card(li);
        li.pressesAsSeen(card, "确认");
        li.pressesAsSeen(card, "确认");
        li.pressesAsSeen(card, "不是跟进");
        settle();
        assertThat(status(draftOf(card))).isEqualTo("CONFIRMED");
        assertThat(followUps(draftOf(card))).isEqualTo(1);
        CardView now = li.card(card);
        assertThat(now.desc()).contains("已记录");
        assertThat(now.buttons()).containsExactly("撤销");
        // One code from the sending, which stays unspent, and one of each tap, of which overtaken ones need no update.
        assertThat(now.codesIssued()).isEqualTo(4);
        assertThat(now.codesSpent()).isBetween(1, 3);
        advance(Duration.ofHours(1));
        li.pressesAsSeen(card, "确认");
        settle();
        assertThat(followUps(draftOf(card))).isEqualTo(1);
        assertThat(li.card(card).desc()).contains("已记录");
        assertThat(li.card(card).buttons()).doesNotContain("撤销");
    }

    @Test
    void aTapOnAnOlderVersionConfirmsNothingAndTheNextOneConfirmsWhatIsShown() {
        MemberPhone li = rep("李四");
        CustomerPhone wang = customer("王四", "四号快消", li);
        wang.says("报价单发我一份");
        CardView card = card(li);
        wang.says("预算改成20万了");
        settle();
        assertThat(li.cards()).as("no second card so soon").hasSize(1);
        li.presses(card, "确认");
        settle();
        CardView redrawn = li.card(card);
        assertThat(redrawn.desc()).contains("已更新，请再确认");
        assertThat(redrawn.rows()).containsEntry("金额", "20万元");
        assertThat(followUpsOf(li)).isZero();
        li.pressesAsSeen(card, "确认");
        settle();
        assertThat(followUpsOf(li)).as("the screen still showed the old words").isZero();
        li.presses(redrawn, "确认");
        settle();
        assertThat(BOT.jdbc()
                        .queryForObject(
                                "SELECT amount FROM crm_follow_up WHERE draft_id = ?", String.class, draftOf(card)))
                .isEqualTo("200000.00");
    }

    @Test
    void aTapThatTravelsWhileTheDraftChangesConfirmsNothing() {
        MemberPhone li = rep("李五");
        CustomerPhone wang = customer("王五", "五号快消", li);
        wang.says("报价单发我一份");
        CardView card = card(li);
        BOT.wecom().holdCallbacks();
        wang.says("合同也一起发来");
        li.presses(card, "不是跟进");
        li.presses(card, "确认");
        BOT.wecom().releaseCallbacks();
        BOT.await("an answer", () -> li.card(card).history().size() > 1);
        settle();
        if (li.card(card).desc().contains("已更新")) {
            assertThat(status(draftOf(card))).isEqualTo("OPEN");
            assertThat(li.card(card).desc()).contains("合同");
        } else {
            // The taps were handled before the words: they decided on what was seen.
            assertThat(status(draftOf(card))).isEqualTo("IGNORED");
        }
        assertThat(followUpsOf(li)).isZero();
    }

    @Test
    void aDecisiveChangeReplacesTheCardAfterTheResendTimeOnly() {
        MemberPhone li = rep("李六");
        CustomerPhone wang = customer("王六", "六号快消", li);
        wang.says("报价单发我一份");
        CardView first = card(li);
        wang.says("报价单要盖章的报价");
        advance(Duration.ofMinutes(11));
        assertThat(li.cards()).as("nothing to act on has changed").hasSize(1);
        wang.says("预算15万");
        wang.says("合同也一起发来");
        BOT.await("the new card", () -> li.card(first).isRecalled());
        CardView second = card(li);
        settle();
        assertThat(li.cards()).hasSize(1);
        assertThat(second.taskId()).isNotEqualTo(first.taskId());
        assertThat(second.desc()).contains("已更新").contains("合同");
        wang.says("预算18万");
        settle();
        assertThat(li.card(second).isRecalled())
                .as("at most once per ten minutes")
                .isFalse();
        // A tap on the card that was taken back must not hide the one that is out from an outcome of the page.
        li.pressesAsSeen(first, "确认");
        settle();
        assertThat(followUpsOf(li)).isZero();
        advance(Duration.ofMinutes(11));
        assertThat(li.card(second).isRecalled()).isTrue();
        CardView third = card(li);
        assertThat(third.rows()).containsEntry("金额", "18万元");
        advance(Duration.ofHours(48));
        assertThat(status(draftOf(third))).isEqualTo("EXPIRED");
        assertThat(li.card(third).desc()).contains("已过期");
    }

    @Test
    void undoPutsEverythingBackAndRemovesTheLeadThatWasMade() {
        MemberPhone li = rep("李七");
        CustomerPhone wang = customer("王七", "七号快消", li);
        wang.says(QUOTE);
        CardView card = card(li);
        li.presses(card, "确认");
        settle();
        String lead = BOT.jdbc()
                .queryForObject("SELECT lead_id FROM crm_follow_up WHERE draft_id = ?", String.class, draftOf(card));
        assertThat(BOT.count("SELECT COUNT(*) FROM crm_lead WHERE id = ?", lead))
                .isEqualTo(1);
        CardView confirmed = li.card(card);
        li.pressesAsSeen(confirmed, "撤销");
        li.pressesAsSeen(confirmed, "撤销");
        settle();
        assertThat(status(draftOf(card))).isEqualTo("UNDONE");
        assertThat(li.card(card).desc()).contains("已撤销");
        assertThat(BOT.count("SELECT COUNT(*) FROM crm_lead WHERE id = ?", lead))
                .isZero();
        assertThat(BOT.count(
                        "SELECT COUNT(*) FROM crm_follow_up WHERE draft_id = ? AND withdrawn_at IS NOT NULL",
                        draftOf(card)))
                .isEqualTo(1);
        wang.says("报价单什么时候能发我");
        assertThat(card(li, 2).desc())
                .as("an undone follow-up cools nothing down")
                .contains("报价");
    }

    @Test
    void undoIsOverAfterTenMinutesOrOnceALaterFollowUpStands() {
        MemberPhone li = rep("李八");
        CustomerPhone wang = customer("王八", "八号快消", li);
        wang.says(QUOTE);
        CardView first = card(li);
        li.presses(first, "确认");
        settle();
        CardView firstDone = li.card(first);
        wang.says("合同也发我看看");
        CardView second = card(li, 2);
        li.presses(second, "确认");
        settle();
        li.pressesAsSeen(firstDone, "撤销");
        settle();
        assertThat(li.card(first).desc()).contains("后面已有新的跟进");
        assertThat(status(draftOf(first))).isEqualTo("CONFIRMED");
        CardView secondDone = li.card(second);
        advance(Duration.ofMinutes(10));
        li.pressesAsSeen(secondDone, "撤销");
        settle();
        assertThat(li.card(second).desc()).contains("已过撤销时间");
        assertThat(status(draftOf(second))).isEqualTo("CONFIRMED");
    }

    @Test
    void notAFollowUpIsKeptForTheDetectorAndCoolsDown() {
        MemberPhone li = rep("李九");
        CustomerPhone wang = customer("王九", "九号快消", li);
        wang.says(QUOTE);
        CardView card = card(li);
        li.presses(card, "不是跟进", DeliveryPlan.times(3));
        settle();
        assertThat(status(draftOf(card))).isEqualTo("IGNORED");
        assertThat(li.card(card).desc()).contains("不是跟进");
        assertThat(BOT.count("SELECT COUNT(*) FROM capture_feedback WHERE draft_id = ?", draftOf(card)))
                .isEqualTo(1);
        wang.says("报价单快点发");
        settle();
        assertThat(li.cards()).hasSize(1);
        wang.says("先不报价了");
        settle();
        assertThat(li.cards()).as("a refusal alone makes no card").hasSize(1);
        wang.says("报价单发我，预算15万");
        assertThat(card(li, 2).rows()).containsEntry("金额", "15万元");
    }

    @Test
    void aRefusalIsAQuietNoteOnTheLead() {
        MemberPhone li = rep("李十");
        CustomerPhone wang = customer("王十", "十号快消", li);
        wang.says(QUOTE);
        li.presses(card(li), "确认");
        settle();
        wang.says("先不报价了，以后再说");
        settle();
        assertThat(li.cards()).hasSize(1);
        assertThat(BOT.count(
                        "SELECT COUNT(*) FROM crm_lead_risk r JOIN crm_lead l ON l.id = r.lead_id JOIN crm_member m ON m.id = l.owner_id"
                                + " WHERE m.user_id = ? AND r.kind = 'REFUSAL'",
                        li.userId()))
                .isEqualTo(1);
    }

    @Test
    void fourCardsADayAndTheRestWait() {
        MemberPhone li = rep("李多");
        CustomerPhone wang = customer("王多", "多号快消", li);
        for (int i = 1; i <= 4; i++) {
            wang.says("报价单发我，预算" + i + "0万");
            li.presses(card(li, i), "确认");
            settle();
        }
        wang.says("报价单发我，预算50万");
        settle();
        assertThat(li.cards()).hasSize(4);
        li.sends("我的草稿");
        BOT.await("the list", () -> textsTo(li).stream().anyMatch(text -> text.contains("多号快消")));
    }

    @Test
    void theSameWordsTwiceWithinSecondsAreOneMessage() {
        MemberPhone li = rep("李同");
        CustomerPhone wang = customer("王同", "同号快消", li);
        wang.says(QUOTE);
        wang.says(QUOTE);
        CardView card = card(li);
        settle();
        assertThat(card.quote()).isEqualTo(QUOTE);
        assertThat(BOT.count(
                        "SELECT COUNT(*) FROM crm_chat_message WHERE body = ? AND thread_id ="
                                + " (SELECT thread_id FROM capture_draft WHERE id = ?)",
                        QUOTE,
                        draftOf(card)))
                .isEqualTo(1);
    }

    @Test
    void recalledWordsLeaveTheDraftAndAnEmptyOneCannotBeConfirmed() {
        MemberPhone li = rep("李撤");
        CustomerPhone wang = customer("王撤", "撤号快消", li);
        String quote = wang.says(QUOTE);
        String contract = wang.says("合同也发一份");
        CardView card = card(li);
        wang.recalls(quote);
        settle();
        li.presses(card, "确认");
        settle();
        assertThat(followUpsOf(li)).isZero();
        CardView redrawn = li.card(card);
        assertThat(redrawn.quote()).isEqualTo("合同也发一份");
        assertThat(redrawn.rows()).doesNotContainKey("金额");
        wang.recalls(contract);
        settle();
        assertThat(status(draftOf(card))).isEqualTo("EXPIRED");
        assertThat(li.card(card).desc()).as("the code of the sending tells it").contains("客户撤回");
        li.pressesAsSeen(redrawn, "确认");
        settle();
        assertThat(followUpsOf(li)).isZero();
        assertThat(li.card(card).desc()).contains("客户撤回");
    }

    @Test
    void aChoiceThatHasPassedIsNotRecorded() {
        MemberPhone li = rep("李迟");
        customer("王迟", "迟号快消", li).says("报价单发我，两小时后电话聊");
        CardView card = card(li);
        advance(Duration.ofHours(3));
        li.presses(card, "确认");
        settle();
        assertThat(followUpsOf(li)).isZero();
        CardView redrawn = li.card(card);
        assertThat(redrawn.options().get("next_contact").values()).anyMatch(label -> label.contains("建议"));
        li.presses(redrawn, "确认");
        settle();
        assertThat(followUpsOf(li)).isEqualTo(1);
    }

    @Test
    void fixingByTalkingChangesTheCardAndOutlivesFurtherWords() {
        MemberPhone li = rep("李改");
        CustomerPhone wang = customer("王改", "改号快消", li);
        wang.says(QUOTE + "，明天下午三点电话聊");
        CardView first = card(li);
        li.sends("金额15万");
        BOT.await(
                "the edited card",
                () -> li.card(first).isRecalled() && !li.cards().isEmpty());
        CardView second = card(li);
        assertThat(second.rows()).containsEntry("金额", "15万元");
        wang.says("合同也一起发来");
        settle();
        li.presses(second, "确认");
        settle();
        CardView third = li.card(second);
        assertThat(third.desc()).contains("合同");
        assertThat(third.rows()).containsEntry("金额", "15万元");
        li.presses(third, "确认");
        settle();
        assertThat(BOT.jdbc()
                        .queryForObject(
                                "SELECT amount FROM crm_follow_up WHERE draft_id = ?", String.class, draftOf(first)))
                .isEqualTo("150000.00");
        advance(Duration.ofMinutes(3));
        li.sends("金额16万");
        settle();
        assertThat(followUpsOf(li)).isEqualTo(1);
    }

    @Test
    void veryLongWordsEmojiAndNamesFitTheCard() {
        MemberPhone li = rep("李长");
        String name = "😀".repeat(20) + "超长的公司名称".repeat(11);
        customer("王长😀", name, li).says("您好，" + "我们想采购一批系统😀".repeat(300) + "，报价单发我，预算12.8万");
        CardView card = card(li);
        assertThat(card.quote()).isNotEmpty();
        li.presses(card, "确认");
        settle();
        assertThat(followUpsOf(li)).isEqualTo(1);
        li.sends("我的线索");
        BOT.await("the list", () -> textsTo(li).stream().anyMatch(text -> text.startsWith("手上的线索")));
    }

    @Test
    void aForwardedOrForgedTapHasNoEffect() {
        MemberPhone li = rep("李真");
        MemberPhone other = rep("别人");
        customer("王真", "真号快消", li).says(QUOTE);
        CardView card = card(li);
        BOT.wecom()
                .deliver(
                        "<xml><ToUserName><![CDATA[ww5a3d6b0c9e1f2a47]]></ToUserName><FromUserName><![CDATA["
                                + other.userId()
                                + "]]></FromUserName><CreateTime>"
                                + BOT.wecom().now().getEpochSecond()
                                + "</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[template_card_event]]></Event>"
                                + "<EventKey><![CDATA[draft.confirm:" + draftOf(card)
                                + ":1]]></EventKey><TaskId><![CDATA["
                                + card.taskId() + "]]></TaskId><CardType><![CDATA[button_interaction]]></CardType>"
                                + "<ResponseCode><![CDATA[forged]]></ResponseCode><AgentID>1000002</AgentID></xml>",
                        DeliveryPlan.once());
        settle();
        assertThat(status(draftOf(card))).isEqualTo("OPEN");
        assertThat(List.of(followUpsOf(li), followUpsOf(other))).containsOnly(0L);
    }
}
