package io.genjin.cards;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The drop-down above the buttons of a {@link ButtonInteraction}; the choice arrives with the tap on a button.
 *
 * @param questionKey at most 1024 UTF-8 bytes; comes back as QuestionKey
 * @param title the label beside it; blank counts as absent
 * @param options 1 to 10, with different ids
 * @param selectedId one of the options, or absent for the first
 */
public record ButtonSelection(
        String questionKey,
        @Nullable String title,
        List<Option> options,
        @Nullable String selectedId) {
    public ButtonSelection {
        questionKey = Checks.key("button_selection.question_key", questionKey);
        title = Checks.optional(title);
        options = Option.checked("button_selection", options, selectedId);
    }

    public static ButtonSelection of(String questionKey, @Nullable String title, Option... options) {
        return new ButtonSelection(questionKey, title, List.of(options), null);
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
