package io.genjin.bot.capture;

import io.genjin.bot.capture.ContactChoices.Choice;
import io.genjin.bot.outbox.Lane;
import io.genjin.bot.outbox.Outbox;
import io.genjin.bot.platform.PublicUrl;
import io.genjin.bot.wecom.Callback.CardTap;
import io.genjin.cards.CardUpdate;
import io.genjin.crm.followup.FollowUp;
import io.genjin.crm.followup.FollowUpStore;
import io.genjin.crm.lead.Lead;
import io.genjin.crm.lead.LeadId;
import io.genjin.crm.lead.LeadStore;
import io.genjin.crm.lead.NextContact;
import io.genjin.crm.member.Member;
import io.genjin.crm.member.MemberId;
import io.genjin.crm.member.MemberStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts drafts on phones: new cards, redrawn ones, and what became of them. Joins the caller's transaction. */
@Component
class CardDesk {
    private final CaptureCards cards;
    private final ShownCards shown;
    private final DraftStore drafts;
    private final CaseMessages cases;
    private final ListDesk lists;
    private final OwnerNews news;
    private final Outbox outbox;
    private final MemberStore members;
    private final LeadStore leads;
    private final FollowUpStore followUps;
    private final PublicUrl url;
    private final CaptureProperties properties;
    private final InstantSource clock;

    CardDesk(
            CaptureCards cards,
            ShownCards shown,
            DraftStore drafts,
            CaseMessages cases,
            ListDesk lists,
            OwnerNews news,
            Outbox outbox,
            MemberStore members,
            LeadStore leads,
            FollowUpStore followUps,
            PublicUrl url,
            CaptureProperties properties,
            InstantSource clock) {
        this.cards = cards;
        this.shown = shown;
        this.drafts = drafts;
        this.cases = cases;
        this.lists = lists;
        this.news = news;
        this.outbox = outbox;
        this.members = members;
        this.leads = leads;
        this.followUps = followUps;
        this.url = url;
        this.properties = properties;
        this.clock = clock;
    }

    /** Sends the draft as a new card; the one that is out for it alone is taken back. */
    void send(Draft draft, @Nullable String note, Lane lane) {
        Member rep = members.require(java.util.Objects.requireNonNull(draft.memberId()));
        Instant now = clock.instant();
        String taskId = "draft-" + draft.id().value() + "-" + draft.version();
        if (draft.card() == null) {
            news.tell(draft, rep);
        } else if (!DraftList.is(draft.card())) {
            outbox.recall("recall:" + draft.card(), rep, lane, draft.card());
        }
        List<Choice> choices = ContactChoices.offer(draft.content().nextContact(), now);
        outbox.send(
                taskId,
                rep,
                lane,
                cards.open(
                        taskId, draft, cases.stageName(draft.content()), choices, note, page(draft, draft.leadId())));
        shown.note(taskId, draft, draft.version(), ids(choices), true, now);
        drafts.shown(draft.id(), taskId, draft.version(), now);
    }

    /** Redraws the tapped card with the draft as it is now: nothing was confirmed. */
    void redraw(CardTap tap, Draft draft, Member tapper) {
        Instant now = clock.instant();
        List<Choice> choices = ContactChoices.offer(draft.content().nextContact(), now);
        CardUpdate update = CardUpdate.card(cards.open(
                tap.taskId(),
                draft,
                cases.stageName(draft.content()),
                choices,
                "已更新，请再确认",
                page(draft, draft.leadId())));
        outbox.answerTap(tap.cause(), tapper, tap.taskId(), tap.responseCode(), update);
        shown.note(tap.card(), draft, draft.version(), ids(choices), false, now);
        // A tap on a card that was taken back already must not hide the one that is out.
        if (draft.card() == null || draft.card().equals(tap.card())) {
            Instant sentAt = draft.cardSentAt() == null ? now : draft.cardSentAt();
            drafts.shown(draft.id(), tap.card(), draft.version(), sentAt);
        }
    }

    /** Answers a tap with what became of the draft. {@code words} replace the usual ones, for example 已过撤销时间. */
    void answer(CardTap tap, Draft draft, Member tapper, @Nullable String words) {
        outbox.answerTap(
                tap.cause(), tapper, tap.taskId(), tap.responseCode(), face(tap.taskId(), draft, tapper.id(), words));
    }

    /** Shows an outcome that came another way (page, manager, deadline) on the rep's card. */
    void settle(Draft draft) {
        if (draft.card() == null || draft.memberId() == null) {
            return;
        }
        if (DraftList.is(draft.card())) {
            lists.settleSoon(DraftList.of(draft.card()));
            return;
        }
        Member rep = members.require(draft.memberId());
        outbox.replaceCard(
                "outcome:" + draft.card() + ":" + draft.status(),
                rep,
                draft.card(),
                face(draft.card(), draft, rep.id(), null));
    }

    private CardUpdate face(String taskId, Draft draft, MemberId viewer, @Nullable String words) {
        Instant now = clock.instant();
        Instant at = draft.decidedAt() == null ? now : draft.decidedAt();
        Optional<FollowUp> record = draft.followUpId() == null ? Optional.empty() : followUps.find(draft.followUpId());
        Optional<Lead> lead = record.map(FollowUp::leadId).flatMap(leads::find);
        NextContact next = lead.map(Lead::nextContact).orElse(draft.content().nextContact());
        boolean undoable = draft.status().confirmed()
                && words == null
                && viewer.equals(draft.decidedBy())
                && now.isBefore(at.plus(properties.undoWithin()));
        String outcome = words != null ? words : outcome(draft, viewer, at);
        return cards.outcome(
                taskId,
                draft.id(),
                cases.asRecorded(draft),
                outcome,
                draft.status().confirmed() ? next : null,
                undoable,
                page(draft, lead.map(Lead::id).orElse(draft.leadId())));
    }

    /** The lead's page where it is the rep's own; else the draft's, which they may always see. */
    private String page(Draft draft, @Nullable LeadId leadId) {
        return Optional.ofNullable(leadId)
                .flatMap(leads::find)
                .filter(lead -> lead.ownerId().equals(draft.memberId()))
                .map(lead -> url.of("/h5/leads/" + lead.id().value()))
                .orElseGet(() -> url.of("/h5/drafts/" + draft.id().value()));
    }

    private String outcome(Draft draft, MemberId viewer, Instant at) {
        return switch (draft.status()) {
            case CONFIRMED, EDITED_AND_CONFIRMED -> CaptureCards.recorded(draft.status(), at, other(draft, viewer));
            case IGNORED -> "已标记：不是跟进";
            case EXPIRED -> draft.content().saysSomething() ? "已过期，点开可恢复" : "客户撤回了原话，不用确认了";
            case UNDONE -> "已撤销";
            case OPEN -> "待确认";
        };
    }

    private @Nullable String other(Draft draft, MemberId viewer) {
        MemberId by = draft.decidedBy();
        return by == null || by.equals(viewer)
                ? null
                : members.find(by).map(Member::name).orElse("同事");
    }

    private static List<String> ids(List<Choice> choices) {
        return choices.stream().map(Choice::id).toList();
    }
}
