package io.genjin.crm.chat;

import io.genjin.crm.customer.ContactId;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.member.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation.
 *
 * @param customerId null while nobody has said whom a member's forwarded text is about
 * @param contactId null where only the organisation is known
 * @param memberId the rep; null while nobody owns it
 * @param lastMessageAt when the latest message was sent; null before the first
 */
public record ChatThread(
        ThreadId id,
        @Nullable CustomerId customerId,
        @Nullable ContactId contactId,
        @Nullable MemberId memberId,
        @Nullable Instant lastMessageAt) {
    ThreadParties partiesWith(MemberId member) {
        return new ThreadParties(customerId, contactId, member);
    }
}
