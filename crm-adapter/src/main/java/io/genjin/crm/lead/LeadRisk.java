package io.genjin.crm.lead;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A quiet note on a lead for its manager: what the customer said, and when. */
public record LeadRisk(LeadId leadId, RiskKind kind, String words, Instant at) {
    public LeadRisk {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
