package io.genjin.sandbox.campaign;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.sandbox.wecom.SimulatorOptions;
import io.genjin.sandbox.wecom.WeComSimulator;
import io.genjin.sandbox.wecom.callback.DeliveryPlan;
import org.junit.jupiter.api.Test;

class TrafficTest {
    @Test
    void aMessageThatCannotBeSaidBreaksTheCampaign() throws Exception {
        try (var wecom = WeComSimulator.start(SimulatorOptions.defaults().withPort(0));
                var traffic = new Traffic(wecom, new Cast(1, 1), new Ledger())) {
            // Nobody settled the cast: there is no such member.
            traffic.begin(new Line(0, Line.Kind.REP_TALK, 0, "hello", DeliveryPlan.once()));
            assertThatThrownBy(traffic::finish).hasMessageContaining("rep00");
        }
    }
}
