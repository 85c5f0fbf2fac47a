package io.genjin.crm.followup;

import io.genjin.crm.chat.ChatStore;
import io.genjin.crm.chat.ChatThread;
import io.genjin.crm.chat.ThreadId;
import io.genjin.crm.customer.Contact;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.lead.Lead;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a person along when a follow-up says that they belong to another customer: their next message is then matched
 * with that customer's leads. The person is who spoke, else the lead's contact.
 */
class ContactMoves {
    private final CustomerStore customers;
    private final ChatStore chats;

    ContactMoves(CustomerStore customers, ChatStore chats) {
        this.customers = customers;
        this.chats = chats;
    }

    /** Does nothing when there is no such person, or they are with neither customer. */
    void move(@Nullable ThreadId thread, Lead lead, CustomerId from, CustomerId to, Instant now) {
        contactOf(thread, lead)
                .filter(contact -> contact.customerId().equals(from))
                .ifPresent(contact -> {
                    customers.moveContact(contact.id(), to, now);
                    chats.contactMoved(contact.id(), to);
                });
    }

    private Optional<Contact> contactOf(@Nullable ThreadId thread, Lead lead) {
        return Optional.ofNullable(thread)
                .flatMap(chats::findThread)
                .map(ChatThread::contactId)
                .or(() -> Optional.ofNullable(lead.contactId()))
                .flatMap(customers::findContact);
    }
}
