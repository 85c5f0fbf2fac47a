package io.genjin.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SendingLimitTest {

    @ParameterizedTest
    @EnumSource(names = "QUOTA_DAY", mode = EnumSource.Mode.EXCLUDE)
    void oursLeavesRoomForEveryNodeThatLosesSightOfTheOthers(SendingLimit limit) {
        assertThat(limit.weComs() - limit.ours()).isGreaterThanOrEqualTo(5);
        assertThat(limit.document()).isPositive();
    }
}
