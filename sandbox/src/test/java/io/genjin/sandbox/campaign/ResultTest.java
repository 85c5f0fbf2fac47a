package io.genjin.sandbox.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.sandbox.campaign.Finding.Verdict;
import io.genjin.sandbox.campaign.Ledger.Said;
import io.genjin.sandbox.campaign.Ledger.Tapped;
import io.genjin.sandbox.wecom.callback.DeliveryPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResultTest {
    private static final CampaignOptions BRIEF = CampaignOptions.brief(List.of("bot"));
    private static final Tapped CONFIRM = tap("draft.confirm:x:1", true);
    private static final Tapped LIST = tap("draft.list:x", true);

    @Test
    void aCampaignWithItsMessagesAndTapsIsGood() {
        assertThat(result(400, List.of(CONFIRM, LIST), List.of()).good()).isTrue();
    }

    @Test
    void aCampaignThatSaysTooLittleIsNot() {
        assertThat(result(399, List.of(CONFIRM, LIST), List.of()).shortcomings())
                .containsExactly("only 399 of 400 messages were said");
    }

    @Test
    void aCampaignWithoutAnAcknowledgedConfirmationIsNot() {
        var refused = tap("draft.confirm:x:1", false);
        assertThat(result(400, List.of(refused, LIST), List.of()).shortcomings())
                .containsExactly("no 确认 was acknowledged");
    }

    @Test
    void aCampaignWithoutATappedListIsNot() {
        assertThat(result(400, List.of(CONFIRM), List.of()).shortcomings()).containsExactly("no 确认所选 was acknowledged");
    }

    @Test
    void aCampaignTooSmallForListsNeedsNone() {
        var result = result(BRIEF.withSize(50, 0, 1), 50, List.of(CONFIRM), List.of());
        assertThat(result.good()).isTrue();
    }

    @Test
    void whatIsOnlyCountedDoesNoHarm() {
        var counted = List.of(
                new Finding(Verdict.REPEAT_WECOM_ALLOWS, "x", "1"),
                new Finding(Verdict.JOINED_A_DECIDED_ONE, "x", "2"));
        var result = result(400, List.of(CONFIRM, LIST), counted);
        assertThat(result.good()).isTrue();
        assertThat(Report.of(result)).contains("| **" + Verdict.JOINED_A_DECIDED_ONE.words() + "** | 1 |");
    }

    @Test
    void theReportSaysWhyItIsNotGood() {
        var lost = List.of(new Finding(Verdict.LOST, "x", "1"));
        assertThat(Report.of(result(400, List.of(CONFIRM), lost)))
                .contains("not good: lost\n", "not good: no 确认所选 was acknowledged\n");
    }

    private static Result result(int said, List<Tapped> tapped, List<Finding> findings) {
        return result(BRIEF, said, tapped, findings);
    }

    private static Result result(CampaignOptions options, int said, List<Tapped> tapped, List<Finding> findings) {
        var all = IntStream.range(0, said).mapToObj(ResultTest::said).toList();
        var outage = new Outage.Measured(Duration.ZERO, Duration.ZERO, Duration.ZERO);
        return new Result(options, all, tapped, Map.of(), outage, findings, true, 2, 0, Duration.ofMinutes(1));
    }

    private static Said said(int number) {
        var line = new Line(number, Line.Kind.CUSTOMER_TALK, 0, "text " + number, DeliveryPlan.once());
        return new Said(line, "" + number, "kf:" + number, 0, 1, true);
    }

    private static Tapped tap(String key, boolean acknowledged) {
        return new Tapped("rep00", "msg", "task", key, "code", "e:1", 0, acknowledged, Set.of());
    }
}
