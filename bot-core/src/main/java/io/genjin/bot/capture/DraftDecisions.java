package io.genjin.bot.capture;

import io.genjin.bot.platform.Timers;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.followup.FollowUp;
import io.genjin.crm.followup.FollowUpStore;
import io.genjin.crm.followup.FollowUps;
import io.genjin.crm.followup.LeadFields;
import io.genjin.crm.followup.NewFollowUp;
import io.genjin.crm.followup.Withdrawal;
import io.genjin.crm.lead.Lead;
import io.genjin.crm.lead.LeadId;
import io.genjin.crm.lead.LeadStore;
import io.genjin.crm.lead.PipelineStore;
import io.genjin.crm.lead.Stage;
import io.genjin.crm.member.Member;
import io.genjin.crm.member.MemberId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How drafts end: by a tap, on the page, by the deadline. The first valid one wins. Joins the caller's transaction. */
@Component
class DraftDecisions {
    private final DraftStore drafts;
    private final DraftFeedback feedback;
    private final FollowUps followUps;
    private final FollowUpStore records;
    private final LeadStore leads;
    private final PipelineStore pipeline;
    private final CardDesk desk;
    private final CaseMessages cases;
    private final SettleTime settleTime;
    private final Timers timers;
    private final CaptureProperties properties;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    DraftDecisions(
            DraftStore drafts,
            DraftFeedback feedback,
            FollowUps followUps,
            FollowUpStore records,
            LeadStore leads,
            PipelineStore pipeline,
            CardDesk desk,
            CaseMessages cases,
            SettleTime settleTime,
            Timers timers,
            CaptureProperties properties,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.drafts = drafts;
        this.feedback = feedback;
        this.followUps = followUps;
        this.records = records;
        this.leads = leads;
        this.pipeline = pipeline;
        this.desk = desk;
        this.cases = cases;
        this.settleTime = settleTime;
        this.timers = timers;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    /** How an attempt to undo ended. */
    enum Undo {
        DONE,
        NOT_YOURS,
        TOO_LATE,
        STOOD_ON
    }

    /** Records exactly {@code edits}, if the draft is still open at {@code version}; empty when it is not. */
    Optional<Draft> confirm(Draft draft, int version, DraftEdits edits, Member by) {
        CustomerId customer = draft.customerId();
        MemberId owner = draft.memberId();
        if (!draft.isOpen() || draft.version() != version || customer == null || owner == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        FollowUp record = followUps.record(
                new NewFollowUp(
                        draft.id().value(),
                        stillOpen(draft.leadId()),
                        customer,
                        draft.contactId(),
                        owner,
                        draft.threadId(),
                        draft.content().intents().keySet(),
                        edits.keyPoints(),
                        edits.objection().isEmpty() ? null : edits.objection(),
                        edits.nextAction().isEmpty() ? null : edits.nextAction(),
                        String.join("\n", draft.content().quote()),
                        edits.amount(),
                        fields(draft, edits)),
                now);
        DraftStatus status = edits.changes(draft.content()) ? DraftStatus.EDITED_AND_CONFIRMED : DraftStatus.CONFIRMED;
        if (!drafts.decide(draft.id(), version, status, record.id(), by.id(), now)) {
            throw new IllegalStateException("draft " + draft.id().value() + " was decided while it was held");
        }
        end(draft);
        events.publishEvent(new DraftConfirmed(record));
        return drafts.find(draft.id());
    }

    /** 不是跟进: ends an open draft and keeps the case for the detector. */
    Optional<Draft> ignore(Draft draft, Member by) {
        Instant now = clock.instant();
        if (!drafts.decide(draft.id(), draft.version(), DraftStatus.IGNORED, null, by.id(), now)) {
            return Optional.empty();
        }
        feedback.keep(draft, by.id(), now);
        end(draft);
        return drafts.find(draft.id());
    }

    /** 撤销, by whom confirmed it, for a short time, and not once something later stands on it. */
    Undo undo(Draft draft, Member by) {
        Instant now = clock.instant();
        if (!by.id().equals(draft.decidedBy()) || draft.followUpId() == null) {
            return Undo.NOT_YOURS;
        }
        Instant decided = Objects.requireNonNull(draft.decidedAt());
        if (!draft.status().confirmed() || !now.isBefore(decided.plus(properties.undoWithin()))) {
            return Undo.TOO_LATE;
        }
        MemberId owner = Objects.requireNonNull(draft.memberId());
        Withdrawal withdrawal = followUps.withdraw(draft.followUpId(), owner, now);
        if (withdrawal != Withdrawal.DONE) {
            return Undo.STOOD_ON;
        }
        drafts.undo(draft.id(), now);
        records.find(draft.followUpId()).ifPresent(record -> events.publishEvent(new DraftUndone(record)));
        return Undo.DONE;
    }

    void expire(DraftId id) {
        drafts.lock(id).filter(Draft::isOpen).ifPresent(draft -> {
            drafts.decide(id, draft.version(), DraftStatus.EXPIRED, null, null, clock.instant());
            end(draft);
            drafts.find(id).ifPresent(desk::settle);
        });
    }

    /** Ends an open draft whose words the customer took back: there is nothing left to confirm. */
    void wordsTakenBack(Draft draft) {
        drafts.decide(draft.id(), draft.version(), DraftStatus.EXPIRED, null, null, clock.instant());
        end(draft);
        drafts.find(draft.id()).ifPresent(desk::settle);
    }

    /**
     * 恢复: an ignored or expired draft comes back as a new one, ready to be confirmed on the page; where another is open
     * its words join that one. Once only: after that the one that came of it is given.
     */
    Optional<Draft> restore(Draft draft) {
        Instant now = clock.instant();
        Instant decided = draft.decidedAt();
        boolean allowed = draft.status().restorable()
                && draft.content().saysSomething()
                && decided != null
                && now.isBefore(decided.plus(properties.restoreWithin()));
        if (!allowed) {
            return Optional.empty();
        }
        Optional<Draft> restored = drafts.successorOf(draft);
        if (restored.isPresent()) {
            return restored;
        }
        feedback.forget(draft.id());
        Optional<Draft> open = drafts.openOf(draft.threadId());
        if (open.isPresent()) {
            drafts.change(cases.joined(open.get(), draft.content()), now);
            drafts.merged(draft.id(), open.get().id());
            timers.set(CaptureJobs.SETTLE, open.get().id().value(), settleTime.of(open.get(), now));
            return open;
        }
        Draft again = new Draft(
                DraftId.next(),
                draft.threadId(),
                draft.memberId(),
                draft.customerId(),
                draft.contactId(),
                draft.leadId(),
                DraftStatus.OPEN,
                1,
                draft.content(),
                now,
                null,
                0,
                null,
                null,
                null,
                null);
        drafts.insert(again, now);
        timers.set(CaptureJobs.EXPIRE, again.id().value(), now.plus(properties.draftExpiresAfter()));
        return Optional.of(again);
    }

    /** A lead that was decided or removed meanwhile takes no follow-up: another open one is looked for, or begun. */
    private @Nullable LeadId stillOpen(@Nullable LeadId id) {
        return Optional.ofNullable(id)
                .flatMap(leads::find)
                .filter(lead -> pipeline.current()
                        .find(lead.stageId())
                        .filter(Stage::isOpen)
                        .isPresent())
                .map(Lead::id)
                .orElse(null);
    }

    private void end(Draft draft) {
        timers.cancel(CaptureJobs.SETTLE, draft.id().value());
        timers.cancel(CaptureJobs.EXPIRE, draft.id().value());
    }

    /** Only what the draft says is written: an empty field leaves what the lead has. */
    private static LeadFields fields(Draft draft, DraftEdits edits) {
        return new LeadFields(
                edits.customerName().equals(draft.content().customerName()) ? null : edits.customerName(),
                null,
                edits.nextContact(),
                edits.undecided(),
                edits.coreNeed().isEmpty() ? null : edits.coreNeed(),
                edits.amount());
    }
}
