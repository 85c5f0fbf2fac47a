package io.genjin.bot.capture;

import io.genjin.bot.capture.ShownCards.Listed;
import io.genjin.bot.outbox.Lane;
import io.genjin.bot.outbox.Outbox;
import io.genjin.bot.platform.Timers;
import io.genjin.bot.wecom.Callback.CardTap;
import io.genjin.cards.CardUpdate;
import io.genjin.crm.lead.NextContact;
import io.genjin.crm.member.Member;
import io.genjin.crm.member.MemberId;
import io.genjin.crm.member.MemberStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts lists of drafts on phones, and what became of them. Joins the caller's transaction. */
@Component
class ListDesk {
    private final ListCards cards;
    private final ShownCards shown;
    private final DraftStore drafts;
    private final OwnerNews news;
    private final Outbox outbox;
    private final MemberStore members;
    private final Timers timers;
    private final InstantSource clock;

    ListDesk(
            ListCards cards,
            ShownCards shown,
            DraftStore drafts,
            OwnerNews news,
            Outbox outbox,
            MemberStore members,
            Timers timers,
            InstantSource clock) {
        this.cards = cards;
        this.shown = shown;
        this.drafts = drafts;
        this.news = news;
        this.outbox = outbox;
        this.members = members;
        this.timers = timers;
        this.clock = clock;
    }

    /** Sends drafts of one rep, two or more, as one card; cards of their own that are out are taken back. */
    void send(List<Draft> ready) {
        Member rep = members.require(Objects.requireNonNull(ready.get(0).memberId()));
        Instant now = clock.instant();
        DraftList list = DraftList.next();
        List<Draft> listed = ready.subList(0, Math.min(ListCards.MOST, ready.size()));
        for (Draft draft : listed) {
            if (draft.card() == null) {
                news.tell(draft, rep);
            } else if (!DraftList.is(draft.card())) {
                outbox.recall("recall:" + draft.card(), rep, Lane.WORK, draft.card());
            }
            note(list, draft, true, now);
            drafts.shown(draft.id(), list.taskId(), draft.version(), now);
        }
        outbox.send(
                list.taskId(),
                rep,
                Lane.WORK,
                cards.open(list.taskId(), list, listed, ready.size() - listed.size(), null, now));
    }

    /** Nothing was ticked: shows what is still open again, as it is now. */
    void redraw(CardTap tap, DraftList list, List<Draft> open, Member tapper) {
        Instant now = clock.instant();
        for (Draft draft : open) {
            note(list, draft, false, now);
            if (list.taskId().equals(draft.card())) {
                drafts.shown(draft.id(), list.taskId(), draft.version(), Objects.requireNonNull(draft.cardSentAt()));
            }
        }
        outbox.answerTap(
                tap.cause(),
                tapper,
                tap.taskId(),
                tap.responseCode(),
                CardUpdate.card(cards.open(tap.taskId(), list, open, 0, "一条都没勾，什么也没记录", now)));
    }

    /** Answers a tap with what became of the list's drafts. */
    void answer(CardTap tap, DraftList list, List<Draft> listed, Member tapper) {
        outbox.answerTap(
                tap.cause(),
                tapper,
                tap.taskId(),
                tap.responseCode(),
                cards.answered(tap.taskId(), ListOutcome.of(list, listed, versions(list)), clock.instant()));
    }

    /**
     * A draft of it was decided another way. Looked at after the commit, because of two that are decided at once neither
     * sees the other.
     */
    void settleSoon(DraftList list) {
        timers.set(CaptureJobs.SETTLE_LIST, list.id(), clock.instant());
    }

    /** Shows what became of its drafts once nothing on the list waits any more, for its code is one. */
    void settle(DraftList list) {
        Map<DraftId, Integer> versions = versions(list);
        List<Draft> listed = drafts.findAll(versions.keySet());
        Optional<MemberId> rep =
                listed.stream().map(Draft::memberId).filter(Objects::nonNull).findFirst();
        if (rep.isEmpty() || listed.stream().anyMatch(Draft::isOpen)) {
            return;
        }
        outbox.replaceCard(
                "outcome:" + list.taskId(),
                members.require(rep.get()),
                list.taskId(),
                cards.answered(list.taskId(), ListOutcome.of(list, listed, versions), clock.instant()));
    }

    private Map<DraftId, Integer> versions(DraftList list) {
        return shown.listed(list.taskId()).stream()
                .collect(Collectors.toMap(Listed::draft, Listed::version, Math::max));
    }

    private void note(DraftList list, Draft draft, boolean fresh, Instant now) {
        NextContact said = draft.content().nextContact();
        String choice =
                said == null || !cards.line(draft, now).showsDay() ? ContactChoices.KEPT : ContactChoices.idOf(said);
        shown.note(list.taskId(), draft, draft.version(), List.of(choice), fresh, now);
    }
}
