package io.genjin.bot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.bot.testing.TestBot;
import io.genjin.sandbox.wecom.callback.DeliveryPlan;
import io.genjin.sandbox.wecom.phone.CardView;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import io.genjin.sandbox.wecom.world.Contact;
import io.genjin.sandbox.wecom.world.Contact.Follow;
import io.genjin.sandbox.wecom.world.Member;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes that hear everything twice, at the same moment: nothing happens twice. */
class TwoNodesIT {
    private static TestBot bot;

    @BeforeAll
    static void start() {
        bot = TwoNodes.bot();
    }

    @Test
    void whatBothNodesHearAtOnceHappensOnce() {
        List<String> reps = IntStream.range(0, 6).mapToObj(i -> "twin" + i).toList();
        bot.wecom()
                .changePeople(people -> reps.forEach(rep -> {
                    people.put(Member.rep(rep, "双" + rep, rep + ".localhost"));
                    String company = "公司" + rep;
                    people.put(new Contact(
                            "wm" + rep,
                            "客户" + rep,
                            List.of(new Follow(
                                    rep, "客户-" + company, company, bot.wecom().now()))));
                }));
        bot.wecom().deliverUsually(DeliveryPlan.atOnce(3));
        try {
            all(reps, rep -> bot.wecom().customer("wm" + rep).says("麻烦发一下报价，预算12.8万"));
            bot.await("a card each", () -> reps.stream()
                    .allMatch(rep -> bot.wecom().member(rep).cards().size() == 1));
            all(reps, rep -> {
                MemberPhone phone = bot.wecom().member(rep);
                CardView card = phone.lastCard();
                phone.presses(card, "确认");
                phone.pressesAsSeen(card, "确认");
            });
            bot.settle();
        } finally {
            bot.wecom().deliverUsually(DeliveryPlan.once());
        }
        for (String rep : reps) {
            assertThat(bot.wecom().member(rep).received()).as(rep).hasSize(1);
            assertThat(bot.wecom().member(rep).lastCard().text()).contains("已记录");
        }
        assertThat(bot.count("SELECT COUNT(*) FROM crm_follow_up")).isEqualTo(reps.size());
        assertThat(bot.count("SELECT COUNT(*) FROM crm_lead")).isEqualTo(reps.size());
        assertThat(bot.count("SELECT COUNT(*) FROM inbox WHERE state = 2")).isZero();
    }

    private static void all(List<String> reps, java.util.function.Consumer<String> action) {
        List<CompletableFuture<Void>> running = reps.stream()
                .map(rep -> CompletableFuture.runAsync(() -> action.accept(rep)))
                .toList();
        running.forEach(CompletableFuture::join);
    }
}
