package io.genjin.crm.lead;

import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of crm_lead_risk, filled by MyBatis. */
@NullUnmarked
class RiskRow {
    String leadId;
    Instant notedAt;
    RiskKind kind;
    String words;

    LeadRisk toRisk() {
        return new LeadRisk(new LeadId(leadId), kind, words, notedAt);
    }
}
