package io.genjin.crm.lead;

import io.genjin.crm.Yuan;
import io.genjin.crm.customer.ContactId;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.member.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a lead is made from. */
public record NewLead(
        CustomerId customerId,
        @Nullable ContactId contactId,
        MemberId ownerId,
        StageId stageId,
        @Nullable NextContact nextContact,
        @Nullable String coreNeed,
        @Nullable Yuan expectedAmount) {
    /** One of which nothing is known yet but whom it is for and who looks after it. */
    public static NewLead inStage(
            StageId stageId, CustomerId customerId, @Nullable ContactId contactId, MemberId ownerId) {
        return new NewLead(customerId, contactId, ownerId, stageId, null, null, null);
    }

    /** One with what this lead holds. */
    public static NewLead like(Lead lead) {
        return new NewLead(
                lead.customerId(),
                lead.contactId(),
                lead.ownerId(),
                lead.stageId(),
                lead.nextContact(),
                lead.coreNeed(),
                lead.expectedAmount());
    }

    /** The lead that this makes, in its first version; nothing is stored. */
    public Lead toLead(LeadId id, Instant now) {
        return new Lead(
                id, customerId, contactId, ownerId, stageId, nextContact, coreNeed, expectedAmount, 1, now, now);
    }
}
