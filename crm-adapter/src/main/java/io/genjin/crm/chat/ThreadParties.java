package io.genjin.crm.chat;

import io.genjin.crm.customer.Contact;
import io.genjin.crm.customer.ContactId;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.member.MemberId;
import org.jspecify.annotations.Nullable;

/** Between whom a conversation is; there is one for each combination. */
public record ThreadParties(
        @Nullable CustomerId customerId,
        @Nullable ContactId contactId,
        @Nullable MemberId memberId) {
    /** @throws IllegalArgumentException when nobody is named, or a contact without their customer */
    public ThreadParties {
        if (customerId == null && (contactId != null || memberId == null)) {
            throw new IllegalArgumentException("a conversation has a customer, or at least a member");
        }
    }

    /** A contact with a rep, or with nobody in particular yet. */
    public static ThreadParties of(Contact contact, @Nullable MemberId member) {
        return new ThreadParties(contact.customerId(), contact.id(), member);
    }

    /** What a rep tells us of a customer without naming a person. */
    public static ThreadParties of(CustomerId customer, MemberId member) {
        return new ThreadParties(customer, null, member);
    }

    /** What a rep told us before it is known whom it is about. */
    public static ThreadParties unsettled(MemberId member) {
        return new ThreadParties(null, null, member);
    }

    /** What makes the conversation one: the person where one is known, so that moving them to another customer keeps it. */
    String key() {
        String other = contactId != null
                ? "contact:" + contactId.value()
                : customerId != null ? "customer:" + customerId.value() : "unsettled";
        return other + "/" + (memberId == null ? "unowned" : memberId.value());
    }
}
