package io.genjin.bot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.bot.member.MemberDirectory;
import io.genjin.bot.outbox.Lane;
import io.genjin.bot.outbox.Outbox;
import io.genjin.bot.platform.SharedState;
import io.genjin.bot.testing.TestBot;
import io.genjin.cards.Text;
import io.genjin.crm.member.Member;
import io.genjin.sandbox.engine.DatabaseEngine;
import io.genjin.sandbox.engine.DatabaseServer;
import io.genjin.sandbox.engine.RedisProcess;
import io.genjin.sandbox.wecom.callback.Delivery;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** The database or Redis dies under a bot of its own, and comes back. */
class EnginesAwayIT {
    private static DatabaseServer database;
    private static RedisProcess redis;
    private static TestBot bot;

    @BeforeAll
    static void start() {
        database = DatabaseEngine.named(System.getProperty("genjin.test.database", "mariadb"))
                .startTemporary(0);
        redis = RedisProcess.startTemporary(0);
        bot = TestBot.start(Map.of(
                "spring.datasource.url",
                database.jdbcUrl("away"),
                "spring.data.redis.port",
                redis.port(),
                "genjin.inbox.answer-within",
                "PT1S",
                "genjin.inbox.lease",
                "PT5S",
                "spring.datasource.hikari.connection-timeout",
                1000));
    }

    @AfterAll
    static void stop() {
        bot.close();
        redis.close();
        database.close();
    }

    @Test
    void callbackThatCouldNotBeKeptIsSentAwayAndItsRepeatSucceeds() {
        MemberPhone chen = bot.wecom().member("chen.jing");
        bot.settle();
        database.kill();
        CompletableFuture<Delivery> sent = CompletableFuture.supplyAsync(() -> chen.sends("帮助"));
        bot.await("it was refused", () -> bot.wecom().deliveries().stream()
                .anyMatch(delivery -> delivery.statuses().contains(503)));
        database.restart();
        Delivery delivery = sent.join();
        assertThat(delivery.statuses().get(0)).isEqualTo(503);
        assertThat(delivery.statuses()).endsWith(200).doesNotContain(0, 500);
        bot.await("the answer", () -> chen.received().size() == 1);
        bot.settle();
        assertThat(chen.received()).hasSize(1);
        assertThat(bot.count("SELECT COUNT(*) FROM inbox WHERE kind = 'MemberText'"))
                .isEqualTo(1);
    }

    @Test
    void withoutRedisEachNodeGoesOnByItselfMoreCarefully() {
        MemberPhone li = bot.wecom().member("li.na");
        SharedState shared = bot.bean(SharedState.class);
        push("with-redis", 1);
        bot.await("with Redis", () -> li.received().size() == 1);
        assertThat(shared.awaySince()).isNull();

        redis.kill();
        bot.wecom().expireTokens();
        push("without-redis", 12);
        bot.await(
                "one at once: nobody knows what the others sent just before",
                () -> li.received().size() == 2);
        assertThat(shared.awaySince()).isNotNull();
        for (int expected : new int[] {6, 11, 13}) {
            bot.wecom().advance(Duration.ofSeconds(62));
            bot.await("a few each minute: " + expected, () -> li.received().size() >= expected);
        }

        redis.restart();
        bot.await("Redis is asked again", () -> shared.ask(answers -> true, () -> false));
        bot.wecom().advance(Duration.ofSeconds(62));
        push("again-with-redis", 20);
        bot.await("carefully at first", () -> li.received().size() == 18);
        bot.wecom().advance(Duration.ofSeconds(62));
        bot.await("at full speed again", () -> li.received().size() == 33);
        assertThat(shared.awaySince()).isNull();
        assertThat(bot.wecom().droppedMessages()).isEmpty();
        assertThat(bot.wecom().refusedCalls().stream().filter(call -> call.errcode() != 42001))
                .isEmpty();
    }

    private static void push(String what, int times) {
        Member li = bot.bean(MemberDirectory.class).meet("li.na");
        Outbox outbox = bot.bean(Outbox.class);
        bot.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            for (int i = 0; i < times; i++) {
                outbox.send(what + ":" + i, li, Lane.WORK, new Text(what + " " + i));
            }
        });
    }
}
