package io.genjin.bot.flow;

import static io.genjin.bot.flow.FlowBot.BOT;
import static io.genjin.bot.flow.FlowBot.card;
import static io.genjin.bot.flow.FlowBot.customer;
import static io.genjin.bot.flow.FlowBot.draftOf;
import static io.genjin.bot.flow.FlowBot.followUps;
import static io.genjin.bot.flow.FlowBot.refusedPushes;
import static io.genjin.bot.flow.FlowBot.rep;
import static io.genjin.bot.flow.FlowBot.settle;
import static io.genjin.bot.flow.FlowBot.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.sandbox.wecom.api.Trouble;
import io.genjin.sandbox.wecom.phone.CardView;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WeCom could not be heard for hours, so that a card is on the phone twice: whichever is tapped confirms the draft. */
class ReissuedCardIT {

    @AfterEach
    void calm() {
        BOT.wecom().misbehave().calm();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void eitherIssueOfACardConfirmsItsDraftOnce(int tapped) {
        MemberPhone li = rep("李再" + tapped);
        settle();
        BOT.wecom().misbehave().next("message/send", Trouble.answerLost(), 1);
        BOT.wecom().misbehave().always("message/send", Trouble.cut());
        customer("王再" + tapped, "再发快消" + tapped, li).says("麻烦发一下报价，预算12.8万");
        card(li);
        BOT.await(
                "unheard",
                () -> BOT.count("SELECT COUNT(*) FROM outbox_message WHERE state = 0 AND attempts > 0") == 1);
        BOT.wecom().advance(Duration.ofMinutes(241));
        BOT.await(
                "it has a new name",
                () -> BOT.count("SELECT COUNT(*) FROM outbox_message WHERE issue = 2 AND state = 0") == 1);
        BOT.wecom().misbehave().calm();
        BOT.wecom().advance(Duration.ofSeconds(70));
        CardView second = card(li, 2);
        settle();
        CardView chosen = li.cards().get(tapped);
        CardView other = li.cards().get(1 - tapped);
        li.presses(chosen, "确认");
        settle();
        assertThat(status(draftOf(second))).isEqualTo("CONFIRMED");
        assertThat(li.card(chosen).desc()).contains("已记录");
        li.presses(other, "确认");
        settle();
        assertThat(li.card(other).desc()).contains("已记录");
        assertThat(followUps(draftOf(second))).isEqualTo(1);
        assertThat(refusedPushes()).isEmpty();
    }
}
