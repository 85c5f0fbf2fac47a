package io.genjin.crm.followup;

import io.genjin.crm.Ids;
import io.genjin.crm.Yuan;
import io.genjin.crm.chat.SignalIntent;
import io.genjin.crm.chat.ThreadId;
import io.genjin.crm.customer.ContactId;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.lead.LeadId;
import io.genjin.crm.member.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A draft that somebody confirmed.
 *
 * @param draftId its id, 32 hex digits: one draft makes one follow-up
 * @param leadId null when the draft found no open lead; it is looked for again, and made if there is still none
 * @param memberId the rep whose follow-up it is, and who owns a lead that is made for it
 * @param keyPoints 沟通要点
 * @param objection 客户异议 in the customer's words, null for 无
 * @param nextAction 下一步动作
 * @param quote the words it rests on
 * @param amount the amount that was spoken of
 */
public record NewFollowUp(
        String draftId,
        @Nullable LeadId leadId,
        CustomerId customerId,
        @Nullable ContactId contactId,
        MemberId memberId,
        @Nullable ThreadId threadId,
        Set<SignalIntent> intents,
        List<String> keyPoints,
        @Nullable String objection,
        @Nullable String nextAction,
        String quote,
        @Nullable Yuan amount,
        LeadFields fields) {
    public NewFollowUp {
        Ids.checked(draftId);
        intents = Set.copyOf(intents);
        keyPoints = List.copyOf(keyPoints);
    }

    FollowUp toFollowUp(FollowUpId id, LeadId lead, List<FieldChange> changes, boolean leadCreated, Instant now) {
        return new FollowUp(
                id,
                lead,
                memberId,
                threadId,
                intents,
                keyPoints,
                objection,
                nextAction,
                quote,
                amount,
                draftId,
                changes,
                leadCreated,
                now,
                null);
    }
}
