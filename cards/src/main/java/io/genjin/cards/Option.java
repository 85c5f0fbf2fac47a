package io.genjin.cards;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line of a drop-down.
 *
 * @param id at most 128 UTF-8 bytes; comes back as OptionId
 * @param text shortened to 16 characters
 */
public record Option(String id, String text) {
    public Option {
        id = Checks.bytes("option_list[].id", id, Limits.OPTION_ID_BYTES);
        text = Advice.OPTION_TEXT.app("option_list[].text", text);
    }

    /** 1 to 10 options with different ids, and a selection that is one of them. */
    static List<Option> checked(String path, List<Option> options, @Nullable String selectedId) {
        var copy = Checks.size(path + ".option_list", options, 1, Limits.OPTIONS);
        var ids = copy.stream().map(Option::id).toList();
        Checks.unique(path + ".option_list", ".id", ids);
        if (selectedId != null && !ids.contains(selectedId)) {
            throw new CardLimitException(path + ".selected_id", "the id of one of its options");
        }
        return copy;
    }

    ObjectNode json() {
        return Json.object().text("id", id).text("text", text).end();
    }
}
