package io.genjin.bot.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WrongSignaturesTest {
    private static final int LIMIT = 3;
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:10Z");

    private final WrongSignatures strangers = new WrongSignatures(new CallbackProperties(Duration.ofHours(1), LIMIT));

    private void wrong(String address, int times) {
        for (int i = 0; i < times; i++) {
            strangers.wrong(address, NOW);
        }
    }

    @Test
    void whoGuessesTooOftenIsTurnedAwayUntilTheMinuteIsOver() {
        wrong("203.0.113.9", LIMIT - 1);
        assertThat(strangers.turnsAway("203.0.113.9", NOW)).isFalse();
        wrong("203.0.113.9", 1);
        assertThat(strangers.turnsAway("203.0.113.9", NOW)).isTrue();
        assertThat(strangers.turnsAway("203.0.113.8", NOW)).isFalse();
        assertThat(strangers.turnsAway("203.0.113.9", NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void whoeverSharesWeComsWayInCannotShutItOut() {
        strangers.right("10.0.0.1");
        wrong("10.0.0.1", LIMIT * 10);
        assertThat(strangers.turnsAway("10.0.0.1", NOW)).isFalse();
    }

    @Test
    void oneNetworkOfIpv6IsOneStranger() {
        wrong("2001:db8:0:7:1:2:3:4", 2);
        wrong("2001:db8:0:7:ffff:0:0:1", 1);
        assertThat(strangers.turnsAway("2001:db8:0:7:9:9:9:9", NOW)).isTrue();
        assertThat(strangers.turnsAway("2001:db8:0:8:1:2:3:4", NOW)).isFalse();
    }

    @Test
    void aFloodOfAddressesStaysSmallInMemory() {
        for (int i = 0; i < WrongSignatures.MOST * 3; i++) {
            strangers.wrong("203.0." + i / 256 + "." + i % 256, NOW);
            strangers.right("198.51." + i / 256 + "." + i % 256);
        }
        assertThat(strangers.size()).isLessThanOrEqualTo(2 * WrongSignatures.MOST);
    }
}
