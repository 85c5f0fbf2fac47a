package io.genjin.cards;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One drop-down of a {@link MultipleInteraction}.
 *
 * @param questionKey at most 1024 UTF-8 bytes; comes back as QuestionKey
 * @param title the label beside it; blank counts as absent
 * @param options 1 to 10, with different ids
 * @param selectedId one of the options, or absent for the first
 */
public record Select(
        String questionKey,
        @Nullable String title,
        List<Option> options,
        @Nullable String selectedId) {
    public Select {
        questionKey = Checks.key("select_list[].question_key", questionKey);
        title = Checks.optional(title);
        options = Option.checked("select_list[]", options, selectedId);
    }

    public static Select of(String questionKey, @Nullable String title, Option... options) {
        return new Select(questionKey, title, List.of(options), null);
    }

    ObjectNode json() {
        return Json.object()
                .text("question_key", questionKey)
                .text("title", title)
                .list("option_list", options, Option::json)
                .text("selected_id", selectedId)
                .end();
    }
}
