package io.genjin.sandbox.campaign;

import io.genjin.sandbox.campaign.Ledger.Said;
import io.genjin.sandbox.campaign.Ledger.Tapped;
import java.util.ArrayList;
import java.util.List;

/** Compares what was acknowledged with what exists. Plain: values in, findings out. */
final class Checker {
    private Checker() {}

    /** Everything that is not as it must be; empty when all is well. */
    static List<Finding> check(List<Said> said, List<Tapped> tapped, Evidence evidence) {
        var findings = new ArrayList<Finding>();
        findings.addAll(WordsCheck.check(said, tapped, evidence));
        findings.addAll(OrderCheck.check(said, evidence));
        findings.addAll(DraftCheck.check(tapped, evidence));
        findings.addAll(PhoneCheck.check(tapped, evidence));
        return findings;
    }
}
