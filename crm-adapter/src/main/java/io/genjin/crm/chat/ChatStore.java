package io.genjin.crm.chat;

import io.genjin.crm.NoSuchRecord;
import io.genjin.crm.customer.ContactId;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.member.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Conversations and their messages. All calls join the caller's transaction. */
public interface ChatStore {
    Optional<ChatThread> findThread(ThreadId id);

    /** @throws NoSuchRecord when there is none */
    default ChatThread requireThread(ThreadId id) {
        return findThread(id).orElseThrow(() -> new NoSuchRecord(id));
    }

    /** The conversation between these, made if there is none yet; two threads at once make one. */
    ChatThread threadOf(ThreadParties parties, Instant now);

    /**
     * Gives a conversation that nobody owns to a member. When the member has one with the same contact already, the
     * messages move there. Of two members given it at once, one gets it.
     *
     * @return the conversation that holds the messages now; empty when it was owned already, its messages went to
     *     somebody else's conversation before, or it does not exist
     */
    Optional<ChatThread> assign(ThreadId id, MemberId member);

    /** Moves messages to another conversation, once it is known whom they are about; unknown ids are passed over. */
    void move(Collection<MessageId> messages, ThreadId to);

    /** Takes the contact's conversations along to another customer. */
    void contactMoved(ContactId contact, CustomerId to);

    /** The customer's conversations, the one with the latest message first. */
    List<ChatThread> threadsOfCustomer(CustomerId customer);

    /** Keeps a message; its rep counts as having dealt with the customer then. Empty when its key is there already. */
    Optional<ChatMessage> append(NewMessage message);

    /**
     * Marks a message as taken back by its sender.
     *
     * @return the message, or empty when it is unknown or was marked before
     */
    Optional<ChatMessage> recall(String sourceKey, Instant at);

    /** The newest messages, in the order in which they were sent; recalled ones are among them. */
    List<ChatMessage> newest(ThreadId thread, int limit);

    /** Messages sent at or after a moment, at most {@code limit} of them from there on, in the order of sending. */
    List<ChatMessage> since(ThreadId thread, Instant from, int limit);

    /** Those of these that exist, in the order in which they were sent. */
    List<ChatMessage> findMessages(Collection<MessageId> ids);

    Optional<ChatMessage> findBySourceKey(String sourceKey);

    /** Whether the same speaker said exactly this in the time {@code within} before {@code sentAt}, or right then. */
    boolean saidJustNow(ThreadId thread, Speaker speaker, String text, Instant sentAt, Duration within);

    /** @return false when there is no such message */
    boolean setSignals(MessageId id, List<FoundSignal> signals);
}
