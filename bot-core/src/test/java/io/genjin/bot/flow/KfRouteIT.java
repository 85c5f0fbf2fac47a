package io.genjin.bot.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.bot.testing.TestBot;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import io.genjin.sandbox.wecom.world.Contact;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 微信客服 with a default rep and with sessions passed to whom the customer belongs. */
class KfRouteIT {

    @Test
    void aCustomerWithoutARepGoesToTheDefaultRepWithTheSession() {
        try (TestBot bot = TestBot.start(Map.of("genjin.kf.default-rep", "wang.wei", "genjin.kf.route", "OWNER"))) {
            bot.wecom().changePeople(people -> people.put(new Contact("wmNobody01", "周杰", List.of())));
            MemberPhone wang = bot.wecom().member("wang.wei");
            bot.wecom().customer("wmNobody01").says("请问你们系统报价多少");
            bot.await("the default rep's card", () -> !wang.cards().isEmpty());
            assertThat(wang.lastCard().desc()).contains("报价");
            assertThat(bot.wecom().calls("kf/service_state/trans"))
                    .singleElement()
                    .satisfies(call -> {
                        assertThat(call.body().path("servicer_userid").asString())
                                .isEqualTo("wang.wei");
                        assertThat(call.errcode()).isZero();
                    });
            assertThat(bot.wecom().refusedCalls()).isEmpty();
        }
    }
}
