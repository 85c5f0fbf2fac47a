package io.genjin.sandbox.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.sandbox.campaign.Fault.Kind;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final CampaignOptions WHOLE = CampaignOptions.whole(List.of("bot"), true);
    private static final CampaignOptions BRIEF = CampaignOptions.brief(List.of("bot"));

    @Test
    void theSameSeedIsTheSamePlan() {
        assertThat(Plan.of(WHOLE.withSeed(7))).isEqualTo(Plan.of(WHOLE.withSeed(7)));
    }

    @Test
    void anotherSeedIsAnotherPlan() {
        assertThat(Plan.of(WHOLE.withSeed(7)).faults())
                .isNotEqualTo(Plan.of(WHOLE.withSeed(8)).faults());
    }

    @Test
    void theWholeCampaignHasAHundredKillsAndTwentyThousandMessages() {
        var plan = Plan.of(WHOLE);
        assertThat(plan.lines()).hasSize(20_000);
        assertThat(kills(plan, WHOLE.nodes())).isEqualTo(100);
    }

    @Test
    void theBriefOneHasEveryKindOfFault() {
        var plan = Plan.of(BRIEF);
        assertThat(plan.faults().stream().map(Fault::kind).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(Kind.class));
        assertThat(kills(plan, BRIEF.nodes())).isEqualTo(BRIEF.kills());
    }

    @Test
    void faultsComeInOrderAndBeforeTheLastMessage() {
        var plan = Plan.of(WHOLE);
        assertThat(plan.faults()).isSortedAccordingTo(Comparator.comparingInt(Fault::after));
        assertThat(plan.faults()).allMatch(fault -> fault.after() < plan.lines().size());
    }

    @Test
    void noTextIsSaidTwiceExceptCommands() {
        assertThat(Plan.of(WHOLE).lines().stream()
                        .filter(line -> line.kind() != Line.Kind.REP_COMMAND)
                        .map(Line::text))
                .doesNotHaveDuplicates();
    }

    @Test
    void customersHaveNamesOfTheirOwn() {
        var cast = new Cast(40, 200);
        assertThat(IntStream.range(0, 200).mapToObj(cast::company)).doesNotHaveDuplicates();
    }

    private static int kills(Plan plan, int nodes) {
        return plan.faults().stream()
                .filter(fault -> fault.kind().isKill())
                .mapToInt(fault -> fault.kind() == Kind.KILL_ALL_NODES ? nodes : 1)
                .sum();
    }
}
