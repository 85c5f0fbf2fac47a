package io.genjin.crm.lead;

import java.time.Instant;

/**
 * What a feature above leads knows of things that hang on a lead: follow-ups, stage advances, later contributions and
 * splits. Each such feature has one as a bean, so that leads need not know the features above them.
 */
public interface LeadTie {
    /** Whether anything of this feature would lose its lead if the lead were removed. */
    boolean hangsOn(LeadId lead);

    /** Whether anything of this feature happened on the lead after this moment, so that going back would break it. */
    boolean happenedAfter(LeadId lead, Instant moment);
}
