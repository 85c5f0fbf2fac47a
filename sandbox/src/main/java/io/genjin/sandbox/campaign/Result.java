package io.genjin.sandbox.campaign;

import io.genjin.sandbox.campaign.Fault.Kind;
import io.genjin.sandbox.campaign.Finding.Verdict;
import io.genjin.sandbox.campaign.Ledger.Said;
import io.genjin.sandbox.campaign.Ledger.Tapped;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a campaign ended.
 *
 * @param settled whether everything came to rest in time
 * @param slowStops nodes that had to be killed after SIGTERM
 */
record Result(
        CampaignOptions options,
        List<Said> said,
        List<Tapped> tapped,
        Map<Kind, Integer> faults,
        Outage.Measured outage,
        List<Finding> findings,
        boolean settled,
        int starts,
        int slowStops,
        Duration took) {
    /** Keeps unmodifiable copies. */
    Result {
        said = List.copyOf(said);
        tapped = List.copyOf(tapped);
        faults = Map.copyOf(faults);
        findings = List.copyOf(findings);
    }

    /** Whether nothing was lost, duplicated, out of order or dropped, and everything came to rest. */
    boolean good() {
        return settled
                && slowStops == 0
                && findings.stream().allMatch(finding -> finding.verdict() == Verdict.REPEAT_WECOM_ALLOWS);
    }

    long count(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }
}
