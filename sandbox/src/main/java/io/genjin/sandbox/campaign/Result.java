package io.genjin.sandbox.campaign;

import io.genjin.sandbox.campaign.Fault.Kind;
import io.genjin.sandbox.campaign.Finding.Verdict;
import io.genjin.sandbox.campaign.Ledger.Said;
import io.genjin.sandbox.campaign.Ledger.Tapped;
import java.time.Duration;
import java.util.ArrayList;
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

    /** Whether nothing was lost, duplicated, out of order or dropped, all was said, and everything came to rest. */
    boolean good() {
        return shortcomings().isEmpty();
    }

    /** Why it was not good, in a few words each; a campaign in which nobody did anything proves nothing. */
    List<String> shortcomings() {
        var shortcomings = new ArrayList<String>();
        findings.stream()
                .map(Finding::verdict)
                .filter(Verdict::isBad)
                .distinct()
                .forEach(verdict -> shortcomings.add(verdict.words()));
        if (!settled) {
            shortcomings.add("did not come to rest");
        }
        if (slowStops > 0) {
            shortcomings.add("nodes that did not end in time");
        }
        if (said.size() < options.messages()) {
            shortcomings.add("only " + said.size() + " of " + options.messages() + " messages were said");
        }
        if (acknowledged(Tapped.CONFIRM) == 0) {
            shortcomings.add("no 确认 was acknowledged");
        }
        if (options.makesLists() && acknowledged(Tapped.CONFIRM_LISTED) == 0) {
            shortcomings.add("no 确认所选 was acknowledged");
        }
        return shortcomings;
    }

    /** Taps on buttons of that kind that got their 200. */
    long acknowledged(String key) {
        return tapped.stream()
                .filter(tap -> tap.acknowledged() && tap.key().startsWith(key))
                .count();
    }

    long count(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }
}
