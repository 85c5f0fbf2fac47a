package io.genjin.bot.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.bot.testing.TestBot;
import io.genjin.sandbox.wecom.callback.DeliveryPlan;
import io.genjin.sandbox.wecom.phone.CardView;
import io.genjin.sandbox.wecom.phone.CustomerPhone;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The main job: a customer's words become a confirmed follow-up record. */
class StoryIT {
    private static final String WORDS = "您好，麻烦把50个账号的报价单发我，预算12.8万，明天下午三点电话聊";

    private static TestBot bot;

    @BeforeAll
    static void start() {
        bot = TestBot.start(Map.of());
    }

    @AfterAll
    static void stop() {
        bot.close();
    }

    @Test
    void customersWordsBecomeAConfirmedRecordWithOneTap() {
        MemberPhone li = bot.wecom().member("li.na");
        CustomerPhone wang = bot.wecom().customer("wmHuadong01");
        wang.says(WORDS);
        bot.await("the card", () -> !li.cards().isEmpty());

        CardView card = li.lastCard();
        LocalDate tomorrow = LocalDate.ofInstant(bot.wecom().now(), ZoneId.of("Asia/Shanghai"))
                .plusDays(1);
        assertThat(card.title()).contains("华东快消").contains("王敏");
        assertThat(card.desc()).contains("报价");
        assertThat(card.quote()).isEqualTo(WORDS);
        assertThat(card.rows()).containsEntry("阶段", "初步接触").containsEntry("金额", "12.8万元");
        assertThat(card.selected()).containsEntry("next_contact", java.util.List.of(tomorrow + "T15:00"));

        li.presses(card, "确认", DeliveryPlan.times(3));
        bot.settle();
        assertThat(li.card(card).text()).contains("已记录");
        assertThat(bot.count("SELECT COUNT(*) FROM crm_follow_up")).isEqualTo(1);
        assertThat(bot.count("SELECT COUNT(*) FROM crm_lead")).isEqualTo(1);
        assertThat(bot.wecom().refusedCalls()).isEmpty();
    }
}
