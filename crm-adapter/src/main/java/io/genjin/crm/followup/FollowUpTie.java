package io.genjin.crm.followup;

import io.genjin.crm.lead.LeadId;
import io.genjin.crm.lead.LeadTie;
import java.time.Instant;
import org.springframework.stereotype.Repository;

/** What follow-ups hold on a lead; those taken back hold nothing. */
@Repository
class FollowUpTie implements LeadTie {
    private final FollowUpMapper followUps;

    FollowUpTie(FollowUpMapper followUps) {
        this.followUps = followUps;
    }

    @Override
    public boolean hangsOn(LeadId lead) {
        return followUps.anyOn(lead.value());
    }

    @Override
    public boolean happenedAfter(LeadId lead, Instant moment) {
        return followUps.anyAfter(lead.value(), moment);
    }
}
