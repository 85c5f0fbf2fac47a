package io.genjin.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.crm.member.MemberId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A node without Redis takes its share, and less as long as it can't know what was sent just before. */
class OwnPermitsTest {
    private static final Instant SINCE = Instant.parse("2026-11-23T04:00:00Z");
    private static final Instant SEEING = SINCE.plus(Duration.ofHours(2));
    private static final Charge MESSAGE = Charge.message(Recipient.member(new MemberId("0".repeat(32))), Lane.WORK, 1);
    private static final Charge DIGEST = Charge.message(Recipient.member(new MemberId("0".repeat(32))), Lane.DIGEST, 1);

    private final OwnPermits unlimited = new OwnPermits(new Ceilings(Limits.of(25, 900, 1_000_000)));

    @Test
    void aFifthOfTheMinuteIsAnyNodes() {
        assertThat(granted(unlimited, MESSAGE, SEEING, 0)).isEqualTo(5);
        Duration wait = unlimited.take(MESSAGE.items(), SEEING, SINCE, 0);
        assertThat(wait).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
        assertThat(granted(unlimited, MESSAGE, SEEING.plus(wait), 0)).isEqualTo(5);
    }

    @Test
    void inTheFirstMinuteOnlyWhatIsSpareBelowWeComsLimitIsShared() {
        assertThat(granted(unlimited, MESSAGE, SINCE, 0)).isEqualTo(1);
        Duration wait = unlimited.take(MESSAGE.items(), SINCE.plusSeconds(20), SINCE, 0);
        assertThat(wait).isEqualTo(Duration.ofSeconds(40));
        assertThat(granted(unlimited, MESSAGE, SINCE.plusSeconds(61), 0)).isBetween(4, 5);
    }

    @Test
    void whatIsLeftOfTheQuotaIsShared() {
        OwnPermits quota = new OwnPermits(new Ceilings(Limits.of(25, 900, 100)));
        assertThat(granted(quota, DIGEST, SEEING, 80)).isZero();
        assertThat(granted(quota, MESSAGE, SEEING, 90)).isEqualTo(2);
        assertThat(quota.take(MESSAGE.items(), SEEING, SINCE, 90)).isEqualTo(Duration.ofHours(10));
        assertThat(granted(quota, MESSAGE, SEEING.plus(Duration.ofHours(10)), 0))
                .isEqualTo(5);
    }

    @Test
    void manyNodesMaySendSomethingToEverybody() {
        Charge robot = Charge.message(new Recipient("robot:1"), Lane.WORK, 1);
        OwnPermits oneOfMany = new OwnPermits(new Ceilings(Limits.among(20)));
        assertThat(granted(oneOfMany, robot, SEEING, 0)).isEqualTo(1);
        assertThat(granted(oneOfMany, MESSAGE, SEEING, 0)).isEqualTo(1);
    }

    private static int granted(OwnPermits permits, Charge charge, Instant now, long quotaUsed) {
        int granted = 0;
        for (int i = 0; i < 40; i++) {
            if (permits.take(charge.items(), now, SINCE, quotaUsed).isZero()) {
                granted++;
            }
        }
        return granted;
    }
}
