package io.genjin.cards;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * The choices of a {@link VoteInteraction}.
 *
 * @param questionKey at most 1024 UTF-8 bytes; comes back as QuestionKey
 * @param mode one choice, or several
 * @param choices 1 to 20, with different ids
 */
public record Checkbox(String questionKey, Mode mode, List<Choice> choices) {
    /** How many choices a member may tick. */
    public enum Mode {
        SINGLE(0),
        MULTIPLE(1);

        private final int code;

        Mode(int code) {
            this.code = code;
        }
    }

    public Checkbox {
        questionKey = Checks.key("checkbox.question_key", questionKey);
        choices = Checks.size("checkbox.option_list", choices, 1, Limits.CHECKBOX_OPTIONS);
        Checks.unique(
                "checkbox.option_list", ".id", choices.stream().map(Choice::id).toList());
    }

    public static Checkbox of(String questionKey, Mode mode, Choice... choices) {
        return new Checkbox(questionKey, mode, List.of(choices));
    }

    /**
     * One line to tick.
     *
     * @param id at most 128 UTF-8 bytes; comes back as OptionId
     * @param text shortened to 17 characters
     * @param checked ticked from the start
     */
    public record Choice(String id, String text, boolean checked) {
        public Choice {
            id = Checks.bytes("checkbox.option_list[].id", id, Limits.OPTION_ID_BYTES);
            text = Advice.CHECKBOX_TEXT.app("checkbox.option_list[].text", text);
        }

        private ObjectNode json() {
            return Json.object()
                    .text("id", id)
                    .text("text", text)
                    .flag("is_checked", checked)
                    .end();
        }
    }

    ObjectNode json() {
        return Json.object()
                .text("question_key", questionKey)
                .list("option_list", choices, Choice::json)
                .number("mode", mode.code)
                .end();
    }
}
