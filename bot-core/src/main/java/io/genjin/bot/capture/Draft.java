package io.genjin.bot.capture;

import io.genjin.crm.chat.ThreadId;
import io.genjin.crm.customer.ContactId;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.followup.FollowUpId;
import io.genjin.crm.lead.LeadId;
import io.genjin.crm.member.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposed follow-up.
 *
 * @param memberId the rep; null while nobody owns it
 * @param customerId null until it is known whose words these are
 * @param leadId the open lead it was matched with; null when confirming will begin one
 * @param version grows with every change of the content; a tap confirms the version that its card showed
 * @param startedAt when its first signal arrived
 * @param card the card that is out for it; null before the first
 * @param shown the version that this card shows
 * @param decidedBy who confirmed or ignored it; null for the deadline
 */
record Draft(
        DraftId id,
        ThreadId threadId,
        @Nullable MemberId memberId,
        @Nullable CustomerId customerId,
        @Nullable ContactId contactId,
        @Nullable LeadId leadId,
        DraftStatus status,
        int version,
        DraftContent content,
        Instant startedAt,
        @Nullable String card,
        int shown,
        @Nullable Instant cardSentAt,
        @Nullable FollowUpId followUpId,
        @Nullable MemberId decidedBy,
        @Nullable Instant decidedAt) {

    boolean isOpen() {
        return status == DraftStatus.OPEN;
    }

    Draft with(DraftContent other, @Nullable LeadId lead) {
        return new Draft(
                id,
                threadId,
                memberId,
                customerId,
                contactId,
                lead,
                status,
                version,
                other,
                startedAt,
                card,
                shown,
                cardSentAt,
                followUpId,
                decidedBy,
                decidedAt);
    }

    Draft of(@Nullable MemberId member, CustomerId customer, @Nullable ContactId contact, ThreadId thread) {
        return new Draft(
                id,
                thread,
                member,
                customer,
                contact,
                leadId,
                status,
                version,
                content,
                startedAt,
                card,
                shown,
                cardSentAt,
                followUpId,
                decidedBy,
                decidedAt);
    }
}
