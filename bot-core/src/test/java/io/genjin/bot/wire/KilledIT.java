package io.genjin.bot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.genjin.sandbox.engine.SharedEngines;
import io.genjin.sandbox.wecom.SimulatorOptions;
import io.genjin.sandbox.wecom.WeComSimulator;
import io.genjin.sandbox.wecom.api.Trouble;
import io.genjin.sandbox.wecom.phone.CardView;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The bot, a real process, is killed with SIGKILL and started again: what it had acknowledged is finished, once. */
class KilledIT {

    @Test
    void whatWasAcknowledgedIsFinishedOnceWheneverTheProcessDies(@TempDir Path folder) throws Exception {
        String url = SharedEngines.freshDatabase();
        try (WeComSimulator wecom = WeComSimulator.start(
                        SimulatorOptions.defaults().withPort(0).withRetryAfter(Duration.ofSeconds(3)));
                ChildBot bot = new ChildBot(wecom, url, folder)) {
            JdbcTemplate jdbc = jdbc(url);
            MemberPhone li = wecom.member("li.na");

            // Right after the customer's words were acknowledged.
            wecom.customer("wmHuadong01").says("麻烦把报价发我，预算12.8万，明天下午三点电话聊");
            bot.kill();
            assertThat(wecom.lastDelivery().accepted()).isTrue();
            bot.start();
            await("the card", () -> !li.cards().isEmpty());
            CardView card = li.lastCard();

            // While WeCom hangs in the answer to the rep's tap.
            wecom.misbehave().next("message/update_template_card", Trouble.hang(), 1);
            li.presses(card, "确认");
            await("it hangs", () -> !wecom.calls("message/update_template_card").isEmpty());
            bot.kill();
            wecom.misbehave().calm();
            assertThat(count(jdbc, "SELECT COUNT(*) FROM crm_follow_up")).isEqualTo(1);

            // During the hand-over of another rep's texts, and with a card out whose answer nobody heard.
            MemberPhone wang = wecom.member("wang.wei");
            bot.start();
            wecom.misbehave().next("message/send", Trouble.answerLost(), 1);
            wecom.customer("wmBeichen01").says("想试用一下，多少钱");
            await("the card is out", () -> !wang.cards().isEmpty());
            // Four different answers: WeCom's duplicate check can't tell a repeat from the same words said again.
            List.of("帮助", "我的草稿", "我的线索", "免打扰").forEach(wang::sends);
            bot.kill();
            bot.start();

            await(
                    "everything is finished",
                    () -> count(jdbc, "SELECT COUNT(*) FROM inbox WHERE state = 0") == 0
                            && count(jdbc, "SELECT COUNT(*) FROM outbox_message WHERE state = 0") == 0
                            && count(jdbc, "SELECT COUNT(*) FROM inbox WHERE kind = 'KfMessage'") == 2);
            assertThat(li.received()).hasSize(1);
            assertThat(li.card(card).text()).contains("已记录");
            assertThat(wang.cards()).hasSize(1);
            assertThat(wang.received()).hasSize(5);
            wang.presses(wang.lastCard(), "确认");
            await("confirmed", () -> wang.lastCard().text().contains("已记录"));
            assertThat(count(jdbc, "SELECT COUNT(*) FROM crm_follow_up")).isEqualTo(2);
            assertThat(count(jdbc, "SELECT COUNT(*) FROM crm_lead")).isEqualTo(2);
            assertThat(count(jdbc, "SELECT COUNT(*) FROM outbox_message WHERE state = 3"))
                    .isZero();
            assertThat(count(jdbc, "SELECT COUNT(*) FROM inbox WHERE state = 2"))
                    .isZero();
            assertThat(bot.stop()).as("ended by SIGTERM").isEqualTo(128 + 15);
        }
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }

    private static long count(JdbcTemplate jdbc, String sql) {
        Long count = jdbc.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }

    private static JdbcTemplate jdbc(String url) {
        MysqlDataSource database = new MysqlDataSource();
        database.setUrl(url);
        database.setUser("root");
        return new JdbcTemplate(database);
    }
}
