package io.genjin.crm.chat;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import com.baomidou.mybatisplus.core.conditions.update.UpdateWrapper;
import io.genjin.crm.Slice;
import io.genjin.crm.customer.ContactId;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.member.MemberId;
import io.genjin.crm.storage.JsonText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class MybatisChatStore implements ChatStore {
    private final ThreadMapper threads;
    private final MessageMapper messages;
    private final CustomerStore customers;

    MybatisChatStore(ThreadMapper threads, MessageMapper messages, CustomerStore customers) {
        this.threads = threads;
        this.messages = messages;
        this.customers = customers;
    }

    @Override
    public Optional<ChatThread> findThread(ThreadId id) {
        return Optional.ofNullable(threads.selectById(id.value())).map(ThreadRow::toThread);
    }

    @Override
    @Transactional
    public ChatThread threadOf(ThreadParties parties, Instant now) {
        ThreadRow known = threads.byParties(parties.key());
        if (known != null) {
            return known.toThread();
        }
        threads.insertOrHold(ThreadRow.of(parties, now));
        return threads.byPartiesLocked(parties.key()).toThread();
    }

    @Override
    @Transactional
    public Optional<ChatThread> assign(ThreadId id, MemberId member) {
        ThreadRow held = threads.byIdLocked(id.value());
        if (held == null || held.memberId != null) {
            return Optional.empty();
        }
        ChatThread unowned = held.toThread();
        ThreadRow theirs = threads.byParties(unowned.partiesWith(member).key());
        return theirs == null ? give(unowned, member) : join(unowned, theirs.toThread());
    }

    @Override
    @Transactional
    public void move(Collection<MessageId> ids, ThreadId to) {
        requireThread(to);
        if (ids.isEmpty()) {
            return;
        }
        messages.update(new UpdateWrapper<MessageRow>()
                .set("thread_id", to.value())
                .in("id", ids.stream().map(MessageId::value).toList()));
        spokenIn(to);
    }

    @Override
    public void contactMoved(ContactId contact, CustomerId to) {
        threads.contactMoved(contact.value(), to.value());
    }

    @Override
    public List<ChatThread> threadsOfCustomer(CustomerId customer) {
        return threads.ofCustomer(customer.value()).stream()
                .map(ThreadRow::toThread)
                .toList();
    }

    @Override
    @Transactional
    public Optional<ChatMessage> append(NewMessage fresh) {
        ChatThread thread = requireThread(fresh.threadId());
        ChatMessage message = fresh.toMessage(MessageId.next());
        try {
            messages.insert(MessageRow.of(message));
        } catch (DuplicateKeyException keptBefore) {
            return Optional.empty();
        }
        spoken(thread, message.sentAt());
        return Optional.of(message);
    }

    @Override
    @Transactional
    public Optional<ChatMessage> recall(String sourceKey, Instant at) {
        return messages.recall(sourceKey, at) == 0 ? Optional.empty() : findBySourceKey(sourceKey);
    }

    @Override
    public List<ChatMessage> newest(ThreadId thread, int limit) {
        List<MessageRow> rows = new ArrayList<>(messages.newestFirst(thread.value(), Slice.bounded(limit)));
        Collections.reverse(rows);
        return toMessages(rows);
    }

    @Override
    public List<ChatMessage> since(ThreadId thread, Instant from, int limit) {
        return toMessages(messages.since(thread.value(), from, Slice.bounded(limit)));
    }

    @Override
    public List<ChatMessage> findMessages(Collection<MessageId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return toMessages(messages.selectList(new QueryWrapper<MessageRow>()
                .in("id", ids.stream().map(MessageId::value).toList())
                .orderByAsc("sent_at", "id")));
    }

    @Override
    public Optional<ChatMessage> findBySourceKey(String sourceKey) {
        return Optional.ofNullable(messages.bySourceKey(sourceKey)).map(MessageRow::toMessage);
    }

    @Override
    public boolean saidJustNow(ThreadId thread, Speaker speaker, String text, Instant sentAt, Duration within) {
        return messages.said(thread.value(), speaker, sentAt.minus(within), sentAt)
                .contains(text);
    }

    @Override
    public boolean setSignals(MessageId id, List<FoundSignal> signals) {
        return messages.setSignals(id.value(), JsonText.of(signals)) == 1;
    }

    /** Whoever comes second to the same conversation gets nothing. */
    private Optional<ChatThread> give(ChatThread unowned, MemberId member) {
        String key = unowned.partiesWith(member).key();
        try {
            return threads.assign(unowned.id().value(), member.value(), key) == 0
                    ? Optional.empty()
                    : Optional.of(spokenIn(unowned.id()));
        } catch (DuplicateKeyException begunMeanwhile) {
            return join(unowned, threads.byPartiesLocked(key).toThread());
        }
    }

    /** With nothing left to move, somebody else was given the words before. */
    private Optional<ChatThread> join(ChatThread unowned, ChatThread theirs) {
        if (messages.moveAll(unowned.id().value(), theirs.id().value()) == 0) {
            return Optional.empty();
        }
        threads.emptied(unowned.id().value());
        return Optional.of(spokenIn(theirs.id()));
    }

    private ChatThread spokenIn(ThreadId id) {
        Instant last = messages.lastSentAt(id.value());
        if (last != null) {
            spoken(requireThread(id), last);
        }
        return requireThread(id);
    }

    private void spoken(ChatThread thread, Instant at) {
        threads.spoken(thread.id().value(), at);
        if (thread.customerId() != null && thread.memberId() != null) {
            customers.dealtWith(thread.customerId(), thread.memberId(), at);
        }
    }

    private static List<ChatMessage> toMessages(List<MessageRow> rows) {
        return rows.stream().map(MessageRow::toMessage).toList();
    }
}
