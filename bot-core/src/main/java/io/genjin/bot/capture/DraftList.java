package io.genjin.bot.capture;

import io.genjin.bot.wecom.Callback.CardTap;
import io.genjin.crm.Ids;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A card that shows several drafts, by its id; and what a tap on it says. */
record DraftList(String id) {
    private static final String TASK = "list-";

    static DraftList next() {
        return new DraftList(Ids.next());
    }

    /** Whether the card that is out for a draft shows others, too. */
    static boolean is(@Nullable String taskId) {
        return taskId != null && taskId.startsWith(TASK);
    }

    static DraftList of(String taskId) {
        return new DraftList(taskId.substring(TASK.length()));
    }

    /** Empty when the tap is on no list of ours. */
    static Optional<DraftList> read(CardTap tap) {
        return Optional.of(tap.key())
                .filter(key -> key.startsWith(ListCards.KEY))
                .map(key -> key.substring(ListCards.KEY.length()))
                .filter(Ids::isId)
                .map(DraftList::new);
    }

    /** What was ticked: options as {@link #option} made them, or anything that a forger wrote. */
    static Set<String> ticked(CardTap tap) {
        return tap.selected().getOrDefault(ListCards.QUESTION, List.of()).stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    static String option(DraftId draft, int version) {
        return draft.value() + ":" + version;
    }

    String taskId() {
        return TASK + id;
    }
}
