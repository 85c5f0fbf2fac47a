package io.genjin.bot.capture;

import io.genjin.crm.chat.ChatMessage;
import io.genjin.crm.chat.ChatStore;
import io.genjin.crm.chat.ChatThread;
import io.genjin.crm.chat.MessageId;
import io.genjin.crm.customer.Contact;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.lead.Lead;
import io.genjin.crm.lead.LeadMatch;
import io.genjin.crm.lead.LeadMatcher;
import io.genjin.crm.lead.LeadStore;
import io.genjin.crm.lead.PipelineStore;
import io.genjin.crm.member.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what a draft is written from: the case's messages, whose they are, and the lead they belong to. */
@Component
class CaseMessages {
    /** What a customer says just before the first signal belongs to it: who they are, how many they need. */
    private static final Duration LEAD_IN = Duration.ofMinutes(5);

    private static final int MOST = 60;

    private final ChatStore chats;
    private final CustomerStore customers;
    private final LeadStore leads;
    private final LeadMatcher matcher;
    private final PipelineStore pipeline;
    private final DraftWriter writer;

    CaseMessages(
            ChatStore chats,
            CustomerStore customers,
            LeadStore leads,
            LeadMatcher matcher,
            PipelineStore pipeline,
            DraftWriter writer) {
        this.chats = chats;
        this.customers = customers;
        this.leads = leads;
        this.matcher = matcher;
        this.pipeline = pipeline;
        this.writer = writer;
    }

    /** A first version from {@code first} and what was said just before it, not reaching back over {@code notBefore}. */
    Draft begin(DraftId id, ChatThread thread, ChatMessage first, @Nullable Instant notBefore, Instant now) {
        Instant from = first.sentAt().minus(LEAD_IN);
        Instant start = notBefore != null && notBefore.isAfter(from) ? notBefore : from;
        List<ChatMessage> words = chats.since(thread.id(), start, MOST).stream()
                .filter(message -> !message.sentAt().isAfter(first.sentAt()))
                .toList();
        Optional<Lead> lead = leadOf(thread.customerId(), thread.memberId());
        Draft empty = new Draft(
                id,
                thread.id(),
                thread.memberId(),
                thread.customerId(),
                thread.contactId(),
                lead.map(Lead::id).orElse(null),
                DraftStatus.OPEN,
                1,
                writer.write(
                        about(thread.customerId(), thread.contactId(), lead), words.isEmpty() ? List.of(first) : words),
                now,
                null,
                0,
                null,
                null,
                null,
                null);
        return empty;
    }

    /** The draft written anew from its messages and {@code added}; its customer or lead may have changed, too. */
    Draft rewrite(Draft draft, @Nullable ChatMessage added) {
        Map<MessageId, ChatMessage> words = new LinkedHashMap<>();
        List<MessageId> known =
                draft.content().messages().stream().map(MessageId::new).toList();
        chats.findMessages(known).forEach(message -> words.put(message.id(), message));
        if (added != null) {
            words.put(added.id(), added);
        }
        List<ChatMessage> inOrder = words.values().stream()
                .sorted(java.util.Comparator.comparing(ChatMessage::sentAt)
                        .thenComparing(message -> message.id().value()))
                .toList();
        Optional<Lead> lead = leadOf(draft.customerId(), draft.memberId());
        return draft.with(
                writer.write(about(draft.customerId(), draft.contactId(), lead), inOrder),
                lead.map(Lead::id).orElse(null));
    }

    /** The customer's open lead, the rep's own before somebody else's. */
    Optional<Lead> leadOf(@Nullable CustomerId customer, @Nullable MemberId rep) {
        if (customer == null) {
            return Optional.empty();
        }
        if (rep == null) {
            return leads.newestOpenOf(customer);
        }
        LeadMatch match = matcher.match(customer, rep);
        return match.fold(
                own -> Optional.of(own.lead()), other -> Optional.of(other.lead()), fresh -> Optional.empty());
    }

    String stageName(DraftContent content) {
        return pipeline.current()
                .find(new io.genjin.crm.lead.StageId(content.stageId()))
                .map(io.genjin.crm.lead.Stage::name)
                .orElse("");
    }

    private DraftWriter.About about(
            @Nullable CustomerId customer, io.genjin.crm.customer.@Nullable ContactId contact, Optional<Lead> lead) {
        String customerName =
                customer == null ? "" : customers.require(customer).name();
        String contactName = contact == null
                ? ""
                : customers.findContact(contact).map(Contact::name).orElse("");
        String stage = lead.map(Lead::stageId)
                .orElseGet(() -> pipeline.current().first().id())
                .value();
        return new DraftWriter.About(customerName, contactName, stage);
    }
}
