package io.genjin.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.crm.member.MemberId;
import io.genjin.sandbox.engine.RedisProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/** WeCom's limits, counted in a real Redis by two nodes. */
class SharedPermitsIT {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final Recipient LI = Recipient.member(new MemberId("0".repeat(32)));
    private static final Charge MESSAGE = Charge.message(LI, Lane.WORK, 1);
    private static final Charge DIGEST = Charge.message(LI, Lane.DIGEST, 1);

    private static RedisProcess process;
    private static RedissonClient redis;

    private final Ceilings ceilings = new Ceilings(Limits.of(25, 900, 1_000_000));
    private SharedPermits one = new SharedPermits(ceilings);
    private SharedPermits other = new SharedPermits(ceilings);

    @BeforeAll
    static void start() {
        process = RedisProcess.startTemporary(0);
        Config config = new Config();
        config.useSingleServer().setAddress("redis://127.0.0.1:" + process.port());
        redis = Redisson.create(config);
    }

    @AfterAll
    static void stop() {
        redis.shutdown();
        process.close();
    }

    @BeforeEach
    void empty() {
        redis.getKeys().flushdb();
    }

    @Test
    void twoNodesTogetherNeverSendMoreThanOursInAnyMinute() {
        List<Instant> sent = new ArrayList<>();
        Instant now = NOON;
        for (int i = 0; i < 80; i++) {
            SharedPermits node = i % 2 == 0 ? one : other;
            Duration wait = node.take(redis, MESSAGE.items(), now);
            for (int asked = 0; !wait.isZero(); asked++) {
                assertThat(asked).as("the wait told is enough").isLessThan(2);
                now = now.plus(wait);
                wait = node.take(redis, MESSAGE.items(), now);
            }
            sent.add(now);
            now = now.plusMillis(700);
        }
        assertThat(sent).hasSize(80);
        assertThat(mostIn(sent, Duration.ofMinutes(1))).isEqualTo(25);
        assertThat(Duration.between(NOON, now)).isLessThan(Duration.ofMinutes(4));
    }

    @Test
    void whatOneLimitRefusesIsTakenOfNone() {
        SharedPermits strict = new SharedPermits(new Ceilings(Limits.of(25, 3, 10)));
        for (int i = 0; i < 3; i++) {
            assertThat(strict.take(redis, MESSAGE.items(), NOON)).isZero();
        }
        Duration wait = strict.take(redis, MESSAGE.items(), NOON);
        assertThat(wait).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(61));
        assertThat(strict.usedOn(java.time.LocalDate.parse("2026-11-23"))).isEqualTo(3);
        assertThat(strict.take(redis, MESSAGE.items(), NOON.plus(wait))).isZero();
    }

    @Test
    void facesOfCardsHaveABucketOfTheirOwn() {
        assertThat(granted(one, MESSAGE, NOON, 40)).isEqualTo(25);
        assertThat(granted(one, update(), NOON, 40)).isEqualTo(20);
    }

    @Test
    void groupsAndRobotsHaveTheirs() {
        Charge group = Charge.message(Recipient.chat("war"), Lane.WORK, 2000);
        assertThat(granted(one, group, NOON, 100)).as("18,000 person-times").isEqualTo(9);
        Charge small = Charge.message(Recipient.chat("small"), Lane.WORK, 3);
        assertThat(granted(one, small, NOON.plusSeconds(120), 100)).isEqualTo(60);
        Charge robot = Charge.message(Recipient.robot("r1"), Lane.WORK, 1);
        assertThat(granted(one, robot, NOON, 100)).isEqualTo(15);
        assertThat(granted(one, Charge.chatCreated(), NOON, 1000)).isEqualTo(900);
        assertThat(granted(one, Charge.chatChanged(), NOON, 1000)).isEqualTo(900);
    }

    @Test
    void digestsStopAtFourFifthsOfTheDaysQuotaAndEverythingAtItsEnd() {
        SharedPermits counted = new SharedPermits(new Ceilings(Limits.of(25, 900, 10)));
        assertThat(granted(counted, DIGEST, NOON, 20)).isEqualTo(8);
        assertThat(granted(counted, MESSAGE, NOON, 20)).isEqualTo(2);
        Duration wait = counted.take(redis, MESSAGE.items(), NOON);
        assertThat(wait).as("until midnight in Shanghai").isEqualTo(Duration.ofHours(12));
        assertThat(counted.take(redis, update().items(), NOON))
                .as("a face is no message")
                .isZero();
        assertThat(counted.take(redis, DIGEST.items(), NOON.plus(wait))).isZero();
    }

    @Test
    void redisThatForgotIsTrustedOnlyAsFarAsNothingCanBeDropped() throws Exception {
        SharedPermits quota = new SharedPermits(new Ceilings(Limits.of(25, 900, 100)));
        assertThat(granted(quota, MESSAGE, NOON, 40)).isEqualTo(25);
        assertThat(granted(other, MESSAGE, NOON, 1)).isZero();
        redis.getKeys().flushdb();
        assertThat(granted(other, MESSAGE, NOON.plusSeconds(1), 40)).isEqualTo(5);
        assertThat(granted(quota, MESSAGE, NOON.plusSeconds(2), 40)).isZero();
        Instant later = NOON.plusSeconds(130);
        assertThat(granted(other, MESSAGE, later, 40))
                .as("the minute is known again")
                .isEqualTo(25);
        assertThat(quota.take(redis, MESSAGE.items(), later.plusSeconds(70))).isZero();
        assertThat(quota.usedOn(java.time.LocalDate.parse("2026-11-23")))
                .as("a node remembers the day's quota for Redis")
                .isGreaterThan(25);
    }

    @Test
    void whatNodesSentAloneCountsWhenRedisIsBack() {
        assertThat(one.take(redis, MESSAGE.items(), NOON)).isZero();
        other.alone(MESSAGE.items(), NOON);
        assertThat(granted(other, MESSAGE, NOON, 40) + granted(one, MESSAGE, NOON, 40))
                .isEqualTo(4);
    }

    @Test
    void silenceOfRedisThatRemembersCostsAMinuteAndALongOneAnHour() {
        SharedPermits busy = new SharedPermits(new Ceilings(Limits.of(25, 900, 10_000)));
        Instant now = NOON;
        for (int minute = 0; minute < 6; minute++) {
            assertThat(granted(busy, MESSAGE, now, 40)).isEqualTo(25);
            now = now.plusSeconds(62);
        }
        busy.alone(MESSAGE.items(), now.minusSeconds(30));
        assertThat(granted(busy, MESSAGE, now, 40)).isEqualTo(5);
        now = now.plusSeconds(62);
        assertThat(granted(busy, MESSAGE, now, 40))
                .as("150 in this hour are known")
                .isEqualTo(25);
        now = now.plusSeconds(62);
        busy.alone(MESSAGE.items(), now.minus(Duration.ofHours(2)));
        assertThat(granted(busy, MESSAGE, now.plusSeconds(62), 40)).isZero();
    }

    @Test
    void clockThatWasAheadBlocksNobodyAfterwards() {
        assertThat(granted(one, MESSAGE, NOON.plus(Duration.ofHours(5)), 40)).isEqualTo(25);
        Duration wait = one.take(redis, MESSAGE.items(), NOON);
        assertThat(wait).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(62));
        assertThat(granted(one, MESSAGE, NOON.plus(wait), 40)).isEqualTo(25);
    }

    private static Charge update() {
        Push push = new Push(
                "id", "cause", LI, Lane.ANSWER, PushKind.UPDATE, "task", "{}", null, 0, false, false, null, 1, null);
        return Charge.of(push, 1);
    }

    private static int granted(SharedPermits node, Charge charge, Instant now, int tries) {
        int granted = 0;
        for (int i = 0; i < tries; i++) {
            if (node.take(redis, charge.items(), now).isZero()) {
                granted++;
            }
        }
        return granted;
    }

    private static long mostIn(List<Instant> sent, Duration window) {
        return sent.stream()
                .mapToLong(from -> sent.stream()
                        .filter(at -> !at.isBefore(from) && at.isBefore(from.plus(window)))
                        .count())
                .max()
                .orElse(0);
    }
}
