package io.genjin.bot.capture;

import io.genjin.bot.capture.ShownCards.Listed;
import io.genjin.bot.inbox.InboxHandler;
import io.genjin.bot.member.MemberDirectory;
import io.genjin.bot.wecom.Callback.CardTap;
import io.genjin.crm.lead.NextContact;
import io.genjin.crm.member.Member;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 确认所选: records each ticked draft exactly as the list showed it; one that changed since gets a card of its own. */
@Component
class ListTapHandler implements InboxHandler<CardTap> {
    private final MemberDirectory directory;
    private final DraftStore drafts;
    private final ShownCards shown;
    private final DraftDecisions decisions;
    private final ListDesk desk;
    private final Gathering gathering;
    private final InstantSource clock;
    private final MeterRegistry meters;

    ListTapHandler(
            MemberDirectory directory,
            DraftStore drafts,
            ShownCards shown,
            DraftDecisions decisions,
            ListDesk desk,
            Gathering gathering,
            InstantSource clock,
            MeterRegistry meters) {
        this.directory = directory;
        this.drafts = drafts;
        this.shown = shown;
        this.decisions = decisions;
        this.desk = desk;
        this.gathering = gathering;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public Class<CardTap> payload() {
        return CardTap.class;
    }

    @Override
    public boolean wants(CardTap tap) {
        return DraftList.read(tap).isPresent();
    }

    @Override
    public Effect handle(CardTap tap) {
        Member tapper = directory.meet(tap.userId());
        DraftList list = DraftList.read(tap).orElseThrow();
        return () -> {
            List<Listed> rows = shown.listed(list.taskId());
            List<Draft> own = drafts
                    .lockAll(rows.stream().map(Listed::draft).distinct().toList())
                    .stream()
                    .filter(draft -> tapper.active() && tapper.id().equals(draft.memberId()))
                    .toList();
            if (own.isEmpty()) {
                // Nobody's list, or somebody else's: a forged or forwarded card has no effect.
                count("refused");
                return;
            }
            apply(tap, list, rows, own, tapper);
        };
    }

    private void apply(CardTap tap, DraftList list, List<Listed> rows, List<Draft> own, Member tapper) {
        Set<String> ticked = DraftList.ticked(tap);
        List<Draft> open = own.stream().filter(Draft::isOpen).toList();
        List<Draft> onlyHere = open.stream()
                .filter(draft -> list.taskId().equals(draft.card()))
                .toList();
        if (ticked.isEmpty() && !onlyHere.isEmpty()) {
            count("empty");
            desk.redraw(tap, list, onlyHere, tapper);
            return;
        }
        // One order for all lists, so that two of them never wait for each other's customers.
        List<Draft> outdated = new ArrayList<>();
        open.stream()
                .sorted(Comparator.comparing(
                        draft -> Objects.requireNonNull(draft.customerId()).value()))
                .forEach(draft -> rows.stream()
                        .filter(row -> row.draft().equals(draft.id()))
                        .filter(row -> ticked.contains(DraftList.option(row.draft(), row.version())))
                        .max(Comparator.comparingInt(Listed::version))
                        .ifPresent(row -> {
                            if (!confirm(row, draft, tapper)) {
                                outdated.add(draft);
                            }
                        }));
        // Last, because a new card takes the rep's pace, which everybody else takes after the customers.
        for (Draft draft : outdated) {
            // Where its changed card is out already, that is the one to tap.
            if (list.taskId().equals(draft.card()) || draft.shown() != draft.version()) {
                gathering.atOnce(draft, "已更新，请再确认");
            }
        }
        desk.answer(tap, list, drafts.findAll(own.stream().map(Draft::id).toList()), tapper);
    }

    /** False when the draft says something else by now than the list does. */
    private boolean confirm(Listed row, Draft draft, Member tapper) {
        boolean kept = row.choice().equals(ContactChoices.KEPT);
        NextContact next = kept ? null : ContactChoices.read(row.choice()).orElse(null);
        boolean over = next != null && ContactChoices.isPast(next, clock.instant());
        if (draft.version() != row.version() || over) {
            count("outdated");
            return false;
        }
        DraftEdits edits = kept ? DraftEdits.asListed(draft.content()) : DraftEdits.asShown(draft.content(), next);
        count(decisions.confirm(draft, row.version(), edits, tapper).isPresent() ? "done" : "late");
        return true;
    }

    private void count(String outcome) {
        meters.counter("genjin.taps", "action", "CONFIRM_LISTED", "outcome", outcome)
                .increment();
    }
}
