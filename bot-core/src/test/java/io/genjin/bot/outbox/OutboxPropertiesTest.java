package io.genjin.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings with which nothing would be sent while Redis is away are refused at the start, by name. */
class OutboxPropertiesTest {

    @ParameterizedTest
    @CsvSource({
        "25, 900, 21, genjin.outbox.nodes",
        "4, 900, 5, genjin.outbox.member-per-minute",
        "25, 4, 5, genjin.outbox.member-per-hour",
        "25, 996, 5, genjin.outbox.member-per-hour"
    })
    void settingsThatLeaveANodeNothingAreRefused(int perMinute, int perHour, int nodes, String name) {
        assertThatThrownBy(() -> Limits.limits(perMinute, perHour, 0, nodes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name + ":");
    }

    @ParameterizedTest
    @CsvSource({"25, 900, 20", "5, 995, 5", "1, 1, 1"})
    void othersAreNot(int perMinute, int perHour, int nodes) {
        assertThat(Limits.limits(perMinute, perHour, 0, nodes).nodes()).isEqualTo(nodes);
    }
}
