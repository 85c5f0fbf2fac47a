package io.genjin.bot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.genjin.sandbox.engine.SharedEngines;
import io.genjin.sandbox.wecom.SimulatorOptions;
import io.genjin.sandbox.wecom.WeComSimulator;
import io.genjin.sandbox.wecom.api.Trouble;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The bot, a real process, is asked to stop in the middle of its work: it ends in time and leaves nothing half done. */
class StoppedIT {
    private static final Duration PROMISED = Duration.ofSeconds(20);

    @Test
    void stopEndsInTimeWhileWeComHangsAndLeavesTheRestToOthersAtOnce(@TempDir Path folder) throws Exception {
        String url = SharedEngines.freshDatabase();
        try (WeComSimulator wecom = WeComSimulator.start(
                        SimulatorOptions.defaults().withPort(0).withRetryAfter(Duration.ofSeconds(3)));
                ChildBot bot = new ChildBot(wecom, url, folder)) {
            JdbcTemplate jdbc = jdbc(url);
            MemberPhone li = wecom.member("li.na");
            MemberPhone wang = wecom.member("wang.wei");
            wecom.misbehave().next("message/send", Trouble.hang(), 2);
            List.of("帮助", "我的草稿", "我的线索").forEach(text -> {
                li.sends(text);
                wang.sends(text);
            });
            await("it hangs", () -> !wecom.calls("message/send").isEmpty());

            assertThat(bot.stopsWithin(PROMISED)).isTrue();

            assertThat(count(jdbc, "SELECT COUNT(*) FROM inbox WHERE state = 0 AND claim IS NOT NULL"))
                    .isZero();
            assertThat(count(jdbc, "SELECT COUNT(*) FROM outbox_channel WHERE claim IS NOT NULL"))
                    .isZero();
            assertThat(count(jdbc, "SELECT COUNT(*) FROM scheduled_tasks WHERE picked"))
                    .isZero();
            wecom.misbehave().calm();
            bot.start();
            await(
                    "the rest is done",
                    () -> count(jdbc, "SELECT COUNT(*) FROM inbox WHERE state <> 1") == 0
                            && count(jdbc, "SELECT COUNT(*) FROM outbox_message WHERE state IN (0, 3)") == 0);
            assertThat(li.received()).hasSize(3);
            assertThat(wang.received()).hasSize(3);
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
