package io.genjin.bot.chat;

import io.genjin.bot.customer.ContactDirectory;
import io.genjin.bot.inbox.InboxHandler;
import io.genjin.bot.member.MemberDirectory;
import io.genjin.crm.chat.ChatMessage;
import io.genjin.crm.chat.ChatSource;
import io.genjin.crm.chat.ChatStore;
import io.genjin.crm.chat.MessageId;
import io.genjin.crm.chat.Speaker;
import io.genjin.crm.chat.ThreadParties;
import io.genjin.crm.customer.Contact;
import io.genjin.crm.customer.ContactId;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.member.Member;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A message of an archive. What a rep says before the customer is known is kept apart until they have spoken. */
@Component
class ArchivedMessageHandler implements InboxHandler<ArchivedMessage> {
    private final Ears ears;
    private final ChatStore chats;
    private final CustomerStore customers;
    private final ContactDirectory contacts;
    private final MemberDirectory directory;
    private final ArchiveConversations conversations;
    private final InstantSource clock;

    ArchivedMessageHandler(
            Ears ears,
            ChatStore chats,
            CustomerStore customers,
            ContactDirectory contacts,
            MemberDirectory directory,
            ArchiveConversations conversations,
            InstantSource clock) {
        this.ears = ears;
        this.chats = chats;
        this.customers = customers;
        this.contacts = contacts;
        this.directory = directory;
        this.conversations = conversations;
        this.clock = clock;
    }

    @Override
    public Class<ArchivedMessage> payload() {
        return ArchivedMessage.class;
    }

    @Override
    public boolean callsOut() {
        return true;
    }

    @Override
    public Effect handle(ArchivedMessage archived) {
        Member rep = directory.meet(archived.repUserId());
        if (!archived.fromCustomer()) {
            return () -> fromRep(archived, rep);
        }
        Contact contact = contacts.meet(archived.customerId(), archived.customerName());
        return () -> {
            conversations.belongsTo(archived.conversationId(), rep.id(), contact.id());
            ThreadParties parties = ThreadParties.of(contact, rep.id());
            List<MessageId> waiting = conversations.release(archived.conversationId(), rep.id());
            if (!waiting.isEmpty()) {
                chats.move(waiting, chats.threadOf(parties, clock.instant()).id());
            }
            hear(archived, parties, Speaker.CUSTOMER);
        };
    }

    private void fromRep(ArchivedMessage archived, Member rep) {
        Optional<ContactId> known = conversations.contactOf(archived.conversationId(), rep.id());
        ThreadParties parties = known.map(id -> ThreadParties.of(customers.requireContact(id), rep.id()))
                .orElseGet(() -> ThreadParties.unsettled(rep.id()));
        Optional<ChatMessage> kept = hear(archived, parties, Speaker.REP);
        if (known.isEmpty()) {
            kept.ifPresent(message -> conversations.waits(message.id(), archived.conversationId(), rep.id()));
        }
    }

    private Optional<ChatMessage> hear(ArchivedMessage archived, ThreadParties parties, Speaker speaker) {
        return ears.hear(new Heard(
                parties,
                "archive:" + archived.msgId(),
                ChatSource.ARCHIVE,
                speaker,
                archived.text(),
                archived.sentAt()));
    }
}
