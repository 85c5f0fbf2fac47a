package io.genjin.sandbox.campaign;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetTest {
    @Test
    void aClockThatDoesNotJumpIsNoFault() throws Exception {
        var away = new BotNode(List.of("bot"), new Ports().next(), Path.of("away.log"));
        try (var fleet = new Fleet(List.of(away))) {
            assertThatThrownBy(() -> fleet.jump(0, Duration.ofSeconds(10))).hasMessageContaining("node 0");
        }
    }
}
