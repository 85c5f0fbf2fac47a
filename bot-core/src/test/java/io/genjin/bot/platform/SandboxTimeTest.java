package io.genjin.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.sandbox.wecom.SimulatorOptions;
import io.genjin.sandbox.wecom.WeComSimulator;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SandboxTimeTest {

    @Test
    void aBotThatStartsLaterFindsHowFarTheTimeWasMoved() {
        URI gone;
        try (WeComSimulator wecom =
                WeComSimulator.start(SimulatorOptions.defaults().withPort(0))) {
            gone = wecom.baseUrl();
            assertThat(SandboxTime.shiftOf(gone)).isZero();
            wecom.advance(Duration.ofDays(1));
            assertThat(SandboxTime.shiftOf(gone)).isEqualTo(Duration.ofDays(1));
        }
        assertThat(SandboxTime.shiftOf(gone)).as("without a simulator").isZero();
    }
}
