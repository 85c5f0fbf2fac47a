package io.genjin.crm.lead;

import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.member.MemberId;

/**
 * Decides which lead a customer's words belong to: the rep's newest open lead with this customer; else the newest open
 * lead of the customer; else, also when the last one was won or lost, a new one.
 */
public class LeadMatcher {
    private final LeadStore leads;
    private final PipelineStore pipeline;

    public LeadMatcher(LeadStore leads, PipelineStore pipeline) {
        this.leads = leads;
        this.pipeline = pipeline;
    }

    /** Creates nothing. */
    public LeadMatch match(CustomerId customer, MemberId rep) {
        return leads.newestOpenOf(customer, rep)
                .<LeadMatch>map(LeadMatch.Own::new)
                .or(() -> leads.newestOpenOf(customer).map(LeadMatch.SomebodyElses::new))
                .orElseGet(() -> new LeadMatch.Fresh(pipeline.current().first()));
    }
}
