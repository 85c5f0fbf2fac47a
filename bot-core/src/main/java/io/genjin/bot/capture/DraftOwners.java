package io.genjin.bot.capture;

import io.genjin.bot.platform.Timers;
import io.genjin.crm.chat.ChatStore;
import io.genjin.crm.chat.ChatThread;
import io.genjin.crm.chat.MessageId;
import io.genjin.crm.chat.ThreadParties;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.member.MemberId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Settles whose a draft is: which customer's words, which rep's. Joins the caller's transaction. */
@Component
class DraftOwners {
    private final DraftStore drafts;
    private final CaseMessages cases;
    private final ChatStore chats;
    private final CustomerStore customers;
    private final Gathering gathering;
    private final SettleTime settleTime;
    private final Timers timers;
    private final InstantSource clock;

    DraftOwners(
            DraftStore drafts,
            CaseMessages cases,
            ChatStore chats,
            CustomerStore customers,
            Gathering gathering,
            SettleTime settleTime,
            Timers timers,
            InstantSource clock) {
        this.drafts = drafts;
        this.cases = cases;
        this.chats = chats;
        this.customers = customers;
        this.gathering = gathering;
        this.settleTime = settleTime;
        this.timers = timers;
        this.clock = clock;
    }

    /** The words are this customer's: they move to that conversation, and the card goes out. */
    void customerIs(Draft draft, CustomerId customer) {
        MemberId rep = Objects.requireNonNull(draft.memberId());
        Instant now = clock.instant();
        ChatThread thread = chats.threadOf(ThreadParties.of(customer, rep), now);
        List<MessageId> words =
                draft.content().messages().stream().map(MessageId::new).toList();
        chats.move(words, thread.id());
        customers.dealtWith(customer, rep, now);
        // The rep's own answer brings the card, so it comes at once.
        moveTo(draft, thread, rep, customer, now).ifPresent(owned -> gathering.atOnce(owned, null));
    }

    /** An unowned draft is this rep's now. */
    void repIs(Draft draft, MemberId rep) {
        Instant now = clock.instant();
        chats.assign(draft.threadId(), rep)
                .flatMap(thread -> moveTo(draft, thread, rep, Objects.requireNonNull(draft.customerId()), now))
                .ifPresent(gathering::ready);
    }

    /** The draft as it is to be shown now; empty where its words joined another one. */
    private Optional<Draft> moveTo(Draft draft, ChatThread thread, MemberId rep, CustomerId customer, Instant now) {
        Optional<Draft> other =
                drafts.openOf(thread.id()).filter(open -> !open.id().equals(draft.id()));
        if (other.isPresent()) {
            // That conversation has an open draft: these words join it, as any further words would.
            drafts.decide(draft.id(), draft.version(), DraftStatus.EXPIRED, null, null, now);
            Draft joined = cases.joined(other.get(), draft.content());
            drafts.change(joined, now);
            drafts.merged(draft.id(), joined.id());
            timers.set(CaptureJobs.SETTLE, joined.id().value(), settleTime.of(joined, now));
            return Optional.empty();
        }
        Draft owned = cases.rewrite(draft.of(rep, customer, thread.contactId(), thread.id()), null);
        return drafts.change(owned, now) ? drafts.lock(draft.id()).map(DraftOwners::withoutCard) : Optional.empty();
    }

    /** The question's card stays where it is, answered; the draft gets one of its own. */
    private static Draft withoutCard(Draft draft) {
        return new Draft(
                draft.id(),
                draft.threadId(),
                draft.memberId(),
                draft.customerId(),
                draft.contactId(),
                draft.leadId(),
                draft.status(),
                draft.version(),
                draft.content(),
                draft.startedAt(),
                null,
                0,
                null,
                draft.followUpId(),
                draft.decidedBy(),
                draft.decidedAt());
    }
}
