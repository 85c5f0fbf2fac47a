package io.genjin.bot.capture;

import io.genjin.bot.capture.Gathered.Pace;
import io.genjin.bot.outbox.Lane;
import io.genjin.bot.outbox.QuietHoursBook;
import io.genjin.bot.platform.Timers;
import io.genjin.crm.member.MemberId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps a rep from being flooded: a draft's card goes out at once, but what becomes ready shortly after it, or in the
 * rep's quiet hours, is gathered and shown together. Drafts are locked before the rep's pace, always. Joins the caller's
 * transaction.
 */
@Component
class Gathering {
    private final Gathered gathered;
    private final DraftStore drafts;
    private final CardDue due;
    private final CardDesk desk;
    private final ListDesk lists;
    private final QuietHoursBook quietHours;
    private final Timers timers;
    private final CaptureProperties properties;
    private final InstantSource clock;

    Gathering(
            Gathered gathered,
            DraftStore drafts,
            CardDue due,
            CardDesk desk,
            ListDesk lists,
            QuietHoursBook quietHours,
            Timers timers,
            CaptureProperties properties,
            InstantSource clock) {
        this.gathered = gathered;
        this.drafts = drafts;
        this.due = due;
        this.desk = desk;
        this.lists = lists;
        this.quietHours = quietHours;
        this.timers = timers;
        this.properties = properties;
        this.clock = clock;
    }

    /** The draft, which the caller holds, is ready to be shown: at once, or with what else is ready by then. */
    void ready(Draft draft) {
        MemberId rep = Objects.requireNonNull(draft.memberId());
        Instant now = clock.instant();
        Pace pace = gathered.hold(rep);
        Instant turn = turn(rep, pace.shownAt(), now);
        if (pace.showAt() == null && !turn.isAfter(now)) {
            desk.send(draft, note(draft), Lane.WORK);
            gathered.set(rep, new Pace(now, null));
            return;
        }
        gathered.add(draft.id(), now);
        boolean comes = pace.showAt() != null
                && !pace.showAt().isAfter(turn)
                && !pace.showAt().isBefore(now);
        if (!comes) {
            showAt(rep, pace.shownAt(), turn);
        }
    }

    /** Answers the rep's own words or tap with the draft's card, whatever the hour. */
    void atOnce(Draft draft, @Nullable String note) {
        MemberId rep = Objects.requireNonNull(draft.memberId());
        Pace pace = gathered.hold(rep);
        desk.send(draft, note, Lane.ANSWER);
        gathered.set(rep, new Pace(clock.instant(), pace.showAt()));
    }

    /** Shows what was gathered for this rep: one draft by its own card, several as a list. */
    void show(MemberId rep) {
        List<Draft> waiting = drafts.lockAll(gathered.of(rep));
        Pace pace = gathered.hold(rep);
        Instant now = clock.instant();
        Instant turn = quietHours.next(rep, now);
        if (turn.isAfter(now)) {
            showAt(rep, pace.shownAt(), turn);
            return;
        }
        List<Draft> showable = waiting.stream()
                .filter(draft -> rep.equals(draft.memberId()) && due.of(draft))
                .toList();
        waiting.forEach(draft -> gathered.release(draft.id()));
        if (showable.size() == 1) {
            desk.send(showable.get(0), note(showable.get(0)), Lane.WORK);
        } else if (!showable.isEmpty()) {
            lists.send(showable);
        }
        Instant shownAt = showable.isEmpty() ? pace.shownAt() : now;
        // What became ready while these were being locked has not been seen here.
        if (gathered.of(rep).isEmpty()) {
            gathered.set(rep, new Pace(shownAt, null));
        } else {
            showAt(rep, shownAt, turn(rep, shownAt, now));
        }
    }

    /** When the rep may be shown something next. */
    private Instant turn(MemberId rep, @Nullable Instant shownAt, Instant now) {
        Instant free = shownAt == null ? now : shownAt.plus(properties.gatherWithin());
        return quietHours.next(rep, free.isAfter(now) ? free : now);
    }

    private void showAt(MemberId rep, @Nullable Instant shownAt, Instant at) {
        gathered.set(rep, new Pace(shownAt, at));
        timers.set(CaptureJobs.SHOW, CaptureJobs.showing(rep, at), at);
    }

    private static @Nullable String note(Draft draft) {
        return draft.card() == null ? null : "已更新";
    }
}
