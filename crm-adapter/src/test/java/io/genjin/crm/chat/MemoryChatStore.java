package io.genjin.crm.chat;

import io.genjin.crm.customer.ContactId;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.member.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conversations in memory. */
public class MemoryChatStore implements ChatStore {
    private static final Comparator<ChatMessage> BY_SENDING = Comparator.comparing(ChatMessage::sentAt)
            .thenComparing(message -> message.id().value());

    private final Map<ThreadId, ChatThread> threads = new LinkedHashMap<>();
    private final Map<MessageId, ChatMessage> messages = new LinkedHashMap<>();
    private final CustomerStore customers;

    public MemoryChatStore(CustomerStore customers) {
        this.customers = customers;
    }

    @Override
    public synchronized Optional<ChatThread> findThread(ThreadId id) {
        return Optional.ofNullable(threads.get(id));
    }

    @Override
    public synchronized ChatThread threadOf(ThreadParties parties, Instant now) {
        return withKey(parties.key())
                .orElseGet(() -> keep(new ChatThread(
                        ThreadId.next(), parties.customerId(), parties.contactId(), parties.memberId(), null)));
    }

    @Override
    public synchronized Optional<ChatThread> assign(ThreadId id, MemberId member) {
        Optional<ChatThread> unowned = findThread(id).filter(thread -> thread.memberId() == null);
        return unowned.flatMap(thread -> {
            ThreadParties parties = new ThreadParties(thread.customerId(), thread.contactId(), member);
            Optional<ChatThread> theirs = withKey(parties.key());
            if (theirs.isEmpty()) {
                keep(new ChatThread(id, parties.customerId(), parties.contactId(), member, thread.lastMessageAt()));
                return Optional.of(spokenIn(id));
            }
            if (list(each -> each.threadId().equals(id)).findAny().isEmpty()) {
                return Optional.empty();
            }
            move(
                    list(each -> each.threadId().equals(id))
                            .map(ChatMessage::id)
                            .toList(),
                    theirs.get().id());
            keep(new ChatThread(id, thread.customerId(), thread.contactId(), null, null));
            return Optional.of(requireThread(theirs.get().id()));
        });
    }

    @Override
    public synchronized void move(Collection<MessageId> ids, ThreadId to) {
        requireThread(to);
        findMessages(ids).forEach(each -> messages.put(each.id(), copy(each, to, each.signals(), each.recalledAt())));
        spokenIn(to);
    }

    @Override
    public synchronized void contactMoved(ContactId contact, CustomerId to) {
        threads.replaceAll((id, each) -> contact.equals(each.contactId())
                ? new ChatThread(id, to, contact, each.memberId(), each.lastMessageAt())
                : each);
    }

    @Override
    public synchronized List<ChatThread> threadsOfCustomer(CustomerId customer) {
        return threads.values().stream()
                .filter(each -> customer.equals(each.customerId()))
                .sorted(Comparator.comparing(
                                ChatThread::lastMessageAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                        .thenComparing(each -> each.id().value())
                        .reversed())
                .toList();
    }

    @Override
    public synchronized Optional<ChatMessage> append(NewMessage fresh) {
        requireThread(fresh.threadId());
        if (findBySourceKey(fresh.sourceKey()).isPresent()) {
            return Optional.empty();
        }
        ChatMessage message = fresh.toMessage(MessageId.next());
        messages.put(message.id(), message);
        spokenIn(message.threadId());
        return Optional.of(message);
    }

    @Override
    public synchronized Optional<ChatMessage> recall(String sourceKey, Instant at) {
        return findBySourceKey(sourceKey)
                .filter(each -> each.recalledAt() == null)
                .map(each -> keep(copy(each, each.threadId(), each.signals(), at)));
    }

    @Override
    public synchronized List<ChatMessage> newest(ThreadId thread, int limit) {
        List<ChatMessage> all = list(each -> each.threadId().equals(thread)).toList();
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    @Override
    public synchronized List<ChatMessage> since(ThreadId thread, Instant from, int limit) {
        return list(each -> each.threadId().equals(thread) && !each.sentAt().isBefore(from))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<ChatMessage> findMessages(Collection<MessageId> ids) {
        return list(each -> ids.contains(each.id())).toList();
    }

    @Override
    public synchronized Optional<ChatMessage> findBySourceKey(String sourceKey) {
        return list(each -> each.sourceKey().equals(sourceKey)).findFirst();
    }

    @Override
    public synchronized boolean saidJustNow(
            ThreadId thread, Speaker speaker, String text, Instant sentAt, Duration within) {
        return list(each -> each.threadId().equals(thread) && each.speaker() == speaker && each.recalledAt() == null)
                .filter(each -> !each.sentAt().isBefore(sentAt.minus(within)))
                .filter(each -> !each.sentAt().isAfter(sentAt))
                .anyMatch(each -> each.text().equals(text));
    }

    @Override
    public synchronized boolean setSignals(MessageId id, List<FoundSignal> signals) {
        ChatMessage message = messages.get(id);
        return message != null && keep(copy(message, message.threadId(), signals, message.recalledAt())) != null;
    }

    private Optional<ChatThread> withKey(String key) {
        return threads.values().stream()
                .filter(each -> new ThreadParties(each.customerId(), each.contactId(), each.memberId())
                        .key()
                        .equals(key))
                .findFirst();
    }

    private ChatThread spokenIn(ThreadId id) {
        ChatThread thread = requireThread(id);
        Instant last = list(each -> each.threadId().equals(id))
                .map(ChatMessage::sentAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
        if (last != null && thread.customerId() != null && thread.memberId() != null) {
            customers.dealtWith(thread.customerId(), thread.memberId(), last);
        }
        return keep(new ChatThread(id, thread.customerId(), thread.contactId(), thread.memberId(), last));
    }

    private Stream<ChatMessage> list(Predicate<ChatMessage> which) {
        return messages.values().stream().filter(which).sorted(BY_SENDING);
    }

    private ChatThread keep(ChatThread thread) {
        threads.put(thread.id(), thread);
        return thread;
    }

    private ChatMessage keep(ChatMessage message) {
        messages.put(message.id(), message);
        return message;
    }

    private static ChatMessage copy(
            ChatMessage of, ThreadId thread, List<FoundSignal> signals, @Nullable Instant recalledAt) {
        return new ChatMessage(
                of.id(),
                thread,
                of.sourceKey(),
                of.source(),
                of.speaker(),
                of.text(),
                of.sentAt(),
                of.receivedAt(),
                signals,
                recalledAt);
    }
}
