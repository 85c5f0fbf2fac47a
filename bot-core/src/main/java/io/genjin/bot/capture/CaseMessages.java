package io.genjin.bot.capture;

import io.genjin.crm.chat.ChatMessage;
import io.genjin.crm.chat.ChatStore;
import io.genjin.crm.chat.ChatThread;
import io.genjin.crm.chat.MessageId;
import io.genjin.crm.customer.Contact;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.followup.FollowUp;
import io.genjin.crm.followup.FollowUpStore;
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
import java.util.Set;
import java.util.stream.Stream;
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
    private final DraftStore drafts;
    private final FollowUpStore followUps;

    CaseMessages(
            ChatStore chats,
            CustomerStore customers,
            LeadStore leads,
            LeadMatcher matcher,
            PipelineStore pipeline,
            DraftWriter writer,
            DraftStore drafts,
            FollowUpStore followUps) {
        this.chats = chats;
        this.customers = customers;
        this.leads = leads;
        this.matcher = matcher;
        this.pipeline = pipeline;
        this.writer = writer;
        this.drafts = drafts;
        this.followUps = followUps;
    }

    /** A first version from {@code first} and what was said just before it, not reaching back over {@code notBefore}. */
    Draft begin(DraftId id, ChatThread thread, ChatMessage first, @Nullable Instant notBefore, Instant now) {
        // Only while it is unknown whom they are about does a conversation have further open drafts.
        Set<String> taken = thread.customerId() == null ? drafts.wordsOfOpen(thread.id()) : Set.of();
        Instant from = first.sentAt().minus(LEAD_IN);
        Instant start = notBefore != null && notBefore.isAfter(from) ? notBefore : from;
        List<ChatMessage> before = chats.since(thread.id(), start, MOST).stream()
                .filter(message -> !message.sentAt().isAfter(first.sentAt()))
                .filter(message -> !taken.contains(message.id().value()))
                .filter(message -> !message.id().equals(first.id()))
                // Before it is known whom they are about, words of two sources are about two people.
                .filter(message -> thread.customerId() != null || message.source() == first.source())
                .toList();
        List<ChatMessage> words =
                Stream.concat(before.stream(), Stream.of(first)).toList();
        Optional<Lead> lead = leadOf(thread.customerId(), thread.memberId());
        return new Draft(
                id,
                thread.id(),
                thread.memberId(),
                thread.customerId(),
                thread.contactId(),
                lead.map(Lead::id).orElse(null),
                DraftStatus.OPEN,
                1,
                writer.write(about(thread.customerId(), thread.contactId(), lead), words, List.of()),
                now,
                null,
                0,
                null,
                null,
                null,
                null);
    }

    /** The draft written anew from its messages and {@code added}; its customer or lead may have changed, too. */
    Draft rewrite(Draft draft, @Nullable ChatMessage added) {
        return rewrite(
                draft,
                added == null ? List.of() : List.of(added),
                draft.content().edits());
    }

    /** The draft with the words of another case added to its own. */
    Draft joined(Draft draft, DraftContent other) {
        List<MessageId> words = other.messages().stream().map(MessageId::new).toList();
        return rewrite(draft, chats.findMessages(words), draft.content().edits());
    }

    /** The draft as the rep changed it by talking. */
    Draft edited(Draft draft, SpokenEdit edit) {
        List<SpokenEdit> edits =
                Stream.concat(draft.content().edits().stream(), Stream.of(edit)).toList();
        return rewrite(draft, List.of(), edits);
    }

    private Draft rewrite(Draft draft, List<ChatMessage> added, List<SpokenEdit> edits) {
        Map<MessageId, ChatMessage> words = new LinkedHashMap<>();
        List<MessageId> known =
                draft.content().messages().stream().map(MessageId::new).toList();
        chats.findMessages(known).forEach(message -> words.put(message.id(), message));
        added.forEach(message -> words.put(message.id(), message));
        List<ChatMessage> inOrder = words.values().stream()
                .sorted(java.util.Comparator.comparing(ChatMessage::sentAt)
                        .thenComparing(message -> message.id().value()))
                .toList();
        Optional<Lead> lead = leadOf(draft.customerId(), draft.memberId());
        return draft.with(
                writer.write(about(draft.customerId(), draft.contactId(), lead), inOrder, edits),
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

    /** What the draft says, with the fields as they were confirmed where that has happened. */
    DraftContent asRecorded(Draft draft) {
        Optional<FollowUp> record = Optional.ofNullable(draft.followUpId())
                .filter(id -> draft.status().confirmed())
                .flatMap(followUps::find);
        Optional<Lead> lead = record.map(FollowUp::leadId).flatMap(leads::find);
        if (record.isEmpty() || lead.isEmpty()) {
            return draft.content();
        }
        String customer = customers.require(lead.get().customerId()).name();
        String need = lead.get().coreNeed();
        return draft.content()
                .recordedAs(customer, need == null ? "" : need, record.get().amount());
    }

    /** The same, with the next contact that the lead has by now. */
    DraftContent recordedNow(Draft draft) {
        DraftContent recorded = asRecorded(draft);
        Optional<Lead> lead = Optional.ofNullable(draft.followUpId())
                .filter(id -> draft.status().confirmed())
                .flatMap(followUps::find)
                .map(FollowUp::leadId)
                .flatMap(leads::find);
        return lead.map(found -> recorded.withNextContact(found.nextContact())).orElse(recorded);
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
