package io.genjin.bot.capture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What has become of the drafts that a list showed.
 *
 * @param changed open ones that say something else by now, so that the list can't confirm them any more
 * @param open ones that can still be confirmed as they were shown
 * @param otherwise ignored or expired ones
 */
record ListOutcome(
        List<Draft> confirmed, List<Draft> changed, List<Draft> open, List<Draft> undone, List<Draft> otherwise) {

    /** @param shown the newest version of each draft that the list showed */
    static ListOutcome of(DraftList list, Collection<Draft> drafts, Map<DraftId, Integer> shown) {
        ListOutcome outcome = new ListOutcome(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Draft draft : drafts) {
            boolean current =
                    list.taskId().equals(draft.card()) && Objects.equals(shown.get(draft.id()), draft.version());
            List<Draft> which =
                    switch (draft.status()) {
                        case CONFIRMED, EDITED_AND_CONFIRMED -> outcome.confirmed;
                        case OPEN -> current ? outcome.open : outcome.changed;
                        case UNDONE -> outcome.undone;
                        case IGNORED, EXPIRED -> outcome.otherwise;
                    };
            which.add(draft);
        }
        return outcome;
    }

    /** When the last of the confirmed ones was; null where none is. */
    @Nullable
    Instant confirmedAt() {
        return confirmed.stream()
                .map(Draft::decidedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }
}
