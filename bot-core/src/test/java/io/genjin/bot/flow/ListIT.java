package io.genjin.bot.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.bot.platform.BusinessTime;
import io.genjin.bot.testing.TestBot;
import io.genjin.sandbox.wecom.callback.DeliveryPlan;
import io.genjin.sandbox.wecom.phone.CardView;
import io.genjin.sandbox.wecom.phone.CustomerPhone;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import io.genjin.sandbox.wecom.world.Contact;
import io.genjin.sandbox.wecom.world.Contact.Follow;
import io.genjin.sandbox.wecom.world.Member;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the quiet period and the minute after a card gather: words of one case, drafts of one list. */
class ListIT {
    private static final TestBot BOT = TestBot.start(Map.of(
            "genjin.capture.quiet-period",
            "PT20S",
            "genjin.capture.max-wait",
            "PT2M",
            "genjin.capture.gather-within",
            "PT1M"));
    private static final Duration QUIET = Duration.ofSeconds(20);
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @AfterAll
    static void stop() {
        BOT.close();
    }

    @AfterEach
    void noPushBrokeARuleOfWeComs() {
        assertThat(BOT.wecom().refusedCalls().stream()
                        .filter(call -> call.path().contains("message/")))
                .isEmpty();
    }

    private static MemberPhone rep() {
        String userId = "lister" + PEOPLE.incrementAndGet();
        BOT.wecom().changePeople(people -> people.put(Member.rep(userId, "李" + userId, userId + ".localhost")));
        return BOT.wecom().member(userId);
    }

    private static CustomerPhone customer(String company, MemberPhone rep) {
        String id = "wmList" + PEOPLE.incrementAndGet();
        var follow = new Follow(rep.userId(), "", company, BOT.wecom().now());
        BOT.wecom().changePeople(people -> people.put(new Contact(id, "王" + id, List.of(follow))));
        return BOT.wecom().customer(id);
    }

    private static void settle() {
        BOT.await(
                "nothing is to be done now",
                () -> BOT.count("SELECT COUNT(*) FROM inbox WHERE state = 0") == 0
                        && BOT.count(
                                        "SELECT COUNT(*) FROM scheduled_tasks WHERE task_name IN"
                                                + " ('settle-draft', 'show-drafts', 'expire-draft') AND execution_time < ?",
                                        LocalDateTime.ofInstant(
                                                BOT.wecom().now().plusSeconds(3), ZoneOffset.UTC))
                                == 0
                        && BOT.count("SELECT COUNT(*) FROM inbox WHERE state = 0") == 0
                        && BOT.count("SELECT COUNT(*) FROM outbox_message WHERE state = 0") == 0);
    }

    private static void pass(Duration time) {
        settle();
        BOT.wecom().advance(time);
        settle();
    }

    /** The rep was shown one card just now; these customers ask for a quote, and a minute passes. */
    private static CardView listOf(MemberPhone rep, CustomerPhone... customers) {
        customer("先到" + rep.userId(), rep).says("报价单发我一份");
        pass(QUIET);
        for (CustomerPhone customer : customers) {
            customer.says("报价单发我，预算12.8万");
        }
        pass(QUIET);
        assertThat(rep.cards()).as("what follows a card waits").hasSize(1);
        pass(Duration.ofMinutes(1));
        return rep.lastCard();
    }

    private static String option(CardView list, String company) {
        return list.options().get("drafts").entrySet().stream()
                .filter(option -> option.getValue().startsWith(company))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static List<String> options(CardView list) {
        return List.copyOf(list.options().get("drafts").keySet());
    }

    private static String draft(String option) {
        return option.substring(0, 32);
    }

    private static String status(String option) {
        return BOT.jdbc().queryForObject("SELECT status FROM capture_draft WHERE id = ?", String.class, draft(option));
    }

    private static long followUps(MemberPhone rep) {
        return BOT.count(
                "SELECT COUNT(*) FROM crm_follow_up f JOIN crm_member m ON m.id = f.member_id WHERE m.user_id = ?"
                        + " AND f.withdrawn_at IS NULL",
                rep.userId());
    }

    @Test
    void draftsThatFollowACardWithinAMinuteComeAsOneListAndAreConfirmedTogether() {
        MemberPhone li = rep();
        CardView list = listOf(li, customer("甲公司", li), customer("乙公司", li), customer("丙公司", li));
        assertThat(li.cards()).hasSize(2);
        assertThat(list.type()).isEqualTo("vote_interaction");
        assertThat(list.title()).isEqualTo("3 份跟进等你确认");
        assertThat(list.options().get("drafts").values())
                .containsExactlyInAnyOrder("甲公司 报价 12.8万", "乙公司 报价 12.8万", "丙公司 报价 12.8万");
        assertThat(list.selected().get("drafts")).as("all are ticked").isEqualTo(options(list));
        li.presses(list, "确认所选", DeliveryPlan.times(3));
        li.pressesAsSeen(list, "确认所选");
        settle();
        assertThat(followUps(li)).isEqualTo(3);
        CardView answered = li.card(list);
        assertThat(answered.title()).startsWith("已确认 3 条");
        assertThat(answered.desc()).contains("撤销");
        assertThat(answered.rows()).hasEntrySatisfying("已确认", names -> assertThat(names.split("、"))
                .containsExactlyInAnyOrder("甲公司", "乙公司", "丙公司"));
        pass(Duration.ofHours(1));
        assertThat(li.cards()).as("nothing is shown again").hasSize(2);
    }

    private static List<String> wordsOf(MemberPhone rep) {
        return BOT.jdbc()
                .queryForList(
                        "SELECT m.body FROM crm_chat_message m JOIN capture_draft d ON d.thread_id = m.thread_id"
                                + " JOIN crm_member p ON p.id = d.member_id WHERE p.user_id = ?"
                                + " AND d.content LIKE CONCAT('%', m.id, '%') ORDER BY m.sent_at, m.id",
                        String.class, rep.userId());
    }

    @Test
    void wordsWithoutASignalJoinTheCaseUntilItsCardIsOut() {
        MemberPhone li = rep();
        CustomerPhone wang = customer("未公司", li);
        wang.says("报价单发我一份");
        settle();
        wang.says("我们有三家分公司要用");
        pass(QUIET);
        assertThat(wordsOf(li)).containsExactly("报价单发我一份", "我们有三家分公司要用");
        wang.says("好的好的");
        settle();
        assertThat(wordsOf(li))
                .as("what the card showed can still be confirmed")
                .hasSize(2);
        li.presses(li.lastCard(), "确认");
        settle();
        assertThat(followUps(li)).isEqualTo(1);
    }

    @Test
    void severalGivenTextsAreOneCaseAlsoWhereOneHasNoSignal() {
        MemberPhone li = rep();
        customer("申公司", li).says("您好");
        settle();
        li.sends("您好，麻烦发个报价，预算8万");
        settle();
        li.sends("我们是做食品批发的");
        pass(QUIET);
        assertThat(wordsOf(li)).containsExactly("您好，麻烦发个报价，预算8万", "我们是做食品批发的");
        assertThat(li.received()).as("a card and nothing else").hasSize(1);
    }

    @Test
    void oneThatFollowsAloneComesByItsOwnCard() {
        MemberPhone li = rep();
        CardView card = listOf(li, customer("独自公司", li));
        assertThat(card.type()).isEqualTo("button_interaction");
        assertThat(card.title()).contains("独自公司");
    }

    @Test
    void whatIsNotTickedStaysOpenAndTicklessTapsRecordNothing() {
        MemberPhone li = rep();
        CardView list = listOf(li, customer("丁公司", li), customer("戊公司", li));
        li.choosesAndPresses(list, Map.of("drafts", List.of()), "确认所选");
        settle();
        CardView again = li.card(list);
        assertThat(followUps(li)).isZero();
        assertThat(again.desc()).contains("一条都没勾");
        assertThat(options(again)).isEqualTo(options(list));
        li.choosesAndPresses(again, "drafts", option(again, "丁公司"), "确认所选");
        settle();
        assertThat(status(option(list, "丁公司"))).isEqualTo("CONFIRMED");
        assertThat(status(option(list, "戊公司"))).isEqualTo("OPEN");
        assertThat(li.card(list).rows()).containsEntry("已确认", "丁公司").containsEntry("还没确认", "戊公司");
    }

    @Test
    void aDraftThatChangedSinceIsNotConfirmedAndItsNewCardComes() {
        MemberPhone li = rep();
        CustomerPhone ji = customer("己公司", li);
        CardView list = listOf(li, ji, customer("庚公司", li));
        ji.says("预算改成20万");
        settle();
        li.presses(list, "确认所选");
        settle();
        assertThat(followUps(li)).isEqualTo(1);
        assertThat(li.card(list).rows()).containsEntry("已确认", "庚公司").containsEntry("请再确认", "己公司");
        CardView changed = li.lastCard();
        assertThat(changed.title()).contains("己公司");
        assertThat(changed.desc()).contains("已更新，请再确认");
        assertThat(changed.rows()).containsEntry("金额", "20万元");
        li.pressesAsSeen(list, "确认所选");
        settle();
        assertThat(li.lastCard().taskId()).as("its card is out already").isEqualTo(changed.taskId());
        li.presses(changed, "确认");
        settle();
        assertThat(followUps(li)).isEqualTo(2);
    }

    @Test
    void whatWasDecidedMeanwhileIsLeftOut() {
        MemberPhone li = rep();
        CustomerPhone xin = customer("辛公司", li);
        customer("先来公司", li).says("报价单发我一份");
        pass(QUIET);
        String words = xin.says("报价单发我，预算12.8万");
        customer("壬公司", li).says("报价单发我，预算12.8万");
        pass(QUIET);
        xin.recalls(words);
        pass(Duration.ofMinutes(1));
        assertThat(li.cards()).hasSize(2);
        assertThat(li.lastCard().type()).isEqualTo("button_interaction");
        assertThat(li.lastCard().title()).contains("壬公司");
    }

    @Test
    void aNightMakesOneListInTheMorning() {
        MemberPhone li = rep();
        LocalTime now = LocalTime.ofInstant(BOT.wecom().now(), ZoneId.of("Asia/Shanghai"));
        LocalTime until = now.plusHours(8);
        li.sends("免打扰 " + now.minusHours(1).toString().substring(0, 5) + "-"
                + until.toString().substring(0, 5));
        settle();
        List<CustomerPhone> customers = new ArrayList<>();
        for (int i = 1; i <= 22; i++) {
            customers.add(customer("夜" + i + "公司", li));
        }
        customers.forEach(customer -> customer.says("报价单发我，预算12.8万"));
        settle();
        pass(Duration.ofHours(6));
        assertThat(li.cards()).isEmpty();
        pass(Duration.ofHours(2));
        assertThat(li.cards()).hasSize(1);
        CardView list = li.lastCard();
        assertThat(options(list)).hasSize(20);
        assertThat(list.desc()).contains("另有 2 份").contains("我的草稿");
        li.presses(list, "确认所选");
        settle();
        assertThat(followUps(li)).isEqualTo(20);
    }

    @Test
    void aForwardedOrForgedListHasNoEffect() {
        MemberPhone li = rep();
        MemberPhone other = rep();
        CardView list = listOf(li, customer("癸公司", li), customer("子公司", li));
        BOT.wecom().deliver(tap(other.userId(), list, options(list)), DeliveryPlan.once());
        BOT.wecom()
                .deliver(
                        tap(
                                li.userId(),
                                list,
                                List.of(
                                        "0".repeat(32) + ":1",
                                        draft(options(list).get(0)) + ":9",
                                        "x")),
                        DeliveryPlan.once());
        settle();
        assertThat(List.of(followUps(li), followUps(other))).containsOnly(0L);
        assertThat(status(options(list).get(0))).isEqualTo("OPEN");
    }

    private static String tap(String userId, CardView list, List<String> ticked) {
        String ids = ticked.stream()
                .map(id -> "<OptionId><![CDATA[" + id + "]]></OptionId>")
                .collect(Collectors.joining());
        return "<xml><ToUserName><![CDATA[ww5a3d6b0c9e1f2a47]]></ToUserName><FromUserName><![CDATA[" + userId
                + "]]></FromUserName><CreateTime>" + BOT.wecom().now().getEpochSecond()
                + "</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[template_card_event]]></Event>"
                + "<EventKey><![CDATA[draft.list:" + list.taskId().substring("list-".length())
                + "]]></EventKey><TaskId><![CDATA[" + list.taskId()
                + "]]></TaskId><CardType><![CDATA[vote_interaction]]></CardType><ResponseCode></ResponseCode>"
                + "<SelectedItems><SelectedItem><QuestionKey><![CDATA[drafts]]></QuestionKey><OptionIds>" + ids
                + "</OptionIds></SelectedItem></SelectedItems><AgentID>1000002</AgentID></xml>";
    }

    @Test
    void outcomesOfPagesAndDeadlinesShowOnceNothingOfTheListWaits() {
        MemberPhone li = rep();
        CardView list = listOf(li, customer("丑公司", li), customer("寅公司", li));
        pass(Duration.ofHours(48));
        assertThat(li.card(list).title()).isEqualTo("这些草稿都处理过了");
        assertThat(li.card(list).rows())
                .hasEntrySatisfying("已处理", names -> assertThat(names).contains("丑公司", "寅公司"));
    }

    @Test
    void twoOfOneCustomerLandOnOneLead() {
        MemberPhone li = rep();
        CardView list = listOf(li, customer("卯公司", li), customer("卯公司", li));
        li.presses(list, "确认所选");
        settle();
        assertThat(BOT.count(
                        "SELECT COUNT(DISTINCT lead_id) FROM crm_follow_up WHERE draft_id IN (?, ?)",
                        draft(options(list).get(0)),
                        draft(options(list).get(1))))
                .isEqualTo(1);
        assertThat(followUps(li)).isEqualTo(2);
    }

    @Test
    void aListCountsAsACardOfEachConversation() {
        Instant now = BOT.bean(InstantSource.class).instant();
        // Cards are counted by the day, which must not end meanwhile.
        pass(Duration.between(now, BusinessTime.instant(BusinessTime.dayOf(now).plusDays(1), LocalTime.of(10, 0))));
        MemberPhone li = rep();
        CustomerPhone chen = customer("辰公司", li);
        CustomerPhone si = customer("巳公司", li);
        CardView list = listOf(li, chen, si);
        for (int i = 1; i <= 5; i++) {
            pass(Duration.ofMinutes(11));
            chen.says("报价单发我，预算" + i + "0万");
            settle();
        }
        pass(QUIET);
        assertThat(BOT.count(
                        "SELECT COUNT(*) FROM capture_card WHERE fresh AND thread_id = (SELECT thread_id FROM capture_draft WHERE id = ?)",
                        draft(option(list, "辰公司"))))
                .as("changed cards are cards, too")
                .isEqualTo(4);
    }
}
