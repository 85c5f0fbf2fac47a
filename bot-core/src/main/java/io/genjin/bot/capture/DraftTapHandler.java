package io.genjin.bot.capture;

import io.genjin.bot.inbox.InboxHandler;
import io.genjin.bot.member.MemberDirectory;
import io.genjin.bot.wecom.Callback.CardTap;
import io.genjin.crm.lead.NextContact;
import io.genjin.crm.member.Member;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Taps on drafts' cards. A tap confirms what its card showed, or nothing; every tap is answered with its own code. */
@Component
class DraftTapHandler implements InboxHandler<CardTap> {
    private final MemberDirectory directory;
    private final DraftStore drafts;
    private final ShownCards shown;
    private final DraftDecisions decisions;
    private final CardDesk desk;
    private final InstantSource clock;
    private final MeterRegistry meters;

    DraftTapHandler(
            MemberDirectory directory,
            DraftStore drafts,
            ShownCards shown,
            DraftDecisions decisions,
            CardDesk desk,
            InstantSource clock,
            MeterRegistry meters) {
        this.directory = directory;
        this.drafts = drafts;
        this.shown = shown;
        this.decisions = decisions;
        this.desk = desk;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public Class<CardTap> payload() {
        return CardTap.class;
    }

    @Override
    public boolean wants(CardTap tap) {
        return DraftTap.read(tap).isPresent();
    }

    @Override
    public Effect handle(CardTap tap) {
        Member tapper = directory.meet(tap.userId());
        DraftTap key = DraftTap.read(tap).orElseThrow();
        return () -> {
            Optional<Draft> draft = drafts.lock(key.draft())
                    .filter(found -> tapper.active() && tapper.id().equals(found.memberId()));
            if (draft.isEmpty()) {
                // Nobody's draft, or somebody else's: a forged or forwarded card has no effect.
                count(key.action(), "refused");
                return;
            }
            apply(tap, key, draft.get(), tapper);
        };
    }

    private void apply(CardTap tap, DraftTap key, Draft draft, Member tapper) {
        switch (key.action()) {
            case CONFIRM -> confirm(tap, key, draft, tapper);
            case IGNORE -> ignore(tap, key, draft, tapper);
            case UNDO -> undo(tap, draft, tapper);
        }
    }

    private void ignore(CardTap tap, DraftTap key, Draft draft, Member tapper) {
        if (draft.isOpen() && draft.version() != key.version()) {
            // What came in since is not to be thrown away unseen, nor kept as the detector's mistake.
            count(key.action(), "outdated");
            desk.redraw(tap, draft, tapper);
            return;
        }
        count(key.action(), draft.isOpen() ? "done" : "late");
        desk.answer(tap, decisions.ignore(draft, tapper).orElse(draft), tapper, null);
    }

    private void confirm(CardTap tap, DraftTap key, Draft draft, Member tapper) {
        Optional<List<String>> choices = shown.choices(tap.card(), draft.id(), key.version());
        if (draft.isOpen() && (draft.version() != key.version() || choices.isEmpty())) {
            count(key.action(), "outdated");
            desk.redraw(tap, draft, tapper);
            return;
        }
        if (!draft.isOpen()) {
            count(key.action(), "late");
            desk.answer(tap, draft, tapper, null);
            return;
        }
        String choice = tap.selected().getOrDefault(CaptureCards.NEXT_CONTACT, List.of()).stream()
                .findFirst()
                .orElseGet(() -> choices.get().get(0));
        if (!choices.get().contains(choice)) {
            count(key.action(), "refused");
            desk.redraw(tap, draft, tapper);
            return;
        }
        NextContact next = ContactChoices.read(choice).orElse(null);
        if (next != null && ContactChoices.isPast(next, clock.instant())) {
            // The card lay there until the time it offered was over.
            count(key.action(), "outdated");
            desk.redraw(tap, draft, tapper);
            return;
        }
        Draft confirmed = decisions
                .confirm(draft, key.version(), DraftEdits.asShown(draft.content(), next), tapper)
                .orElse(draft);
        count(key.action(), "done");
        desk.answer(tap, confirmed, tapper, null);
    }

    private void undo(CardTap tap, Draft draft, Member tapper) {
        DraftDecisions.Undo undo = decisions.undo(draft, tapper);
        count(DraftTap.Action.UNDO, undo.name().toLowerCase(java.util.Locale.ROOT));
        String words =
                switch (undo) {
                    case DONE -> null;
                    case NOT_YOURS -> "只有确认的人能撤销";
                    case TOO_LATE -> draft.status() == DraftStatus.UNDONE ? "已撤销" : "已过撤销时间";
                    case STOOD_ON -> "后面已有新的跟进，不能撤销";
                };
        desk.answer(tap, drafts.find(draft.id()).orElse(draft), tapper, words);
    }

    private void count(DraftTap.Action action, String outcome) {
        meters.counter("genjin.taps", "action", action.name(), "outcome", outcome)
                .increment();
    }
}
