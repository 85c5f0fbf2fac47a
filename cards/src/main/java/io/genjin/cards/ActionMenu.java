package io.genjin.cards;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The menu behind a card's upper right corner; a tap comes back as template_card_menu_event.
 *
 * @param actions 1 to 3, with different keys
 */
public record ActionMenu(@Nullable String desc, List<Action> actions) {
    public ActionMenu {
        desc = Checks.optional(desc);
        actions = Checks.size("action_menu.action_list", actions, 1, Limits.MENU_ACTIONS);
        Checks.unique(
                "action_menu.action_list",
                ".key",
                actions.stream().map(Action::key).toList());
    }

    public static ActionMenu of(@Nullable String desc, Action... actions) {
        return new ActionMenu(desc, List.of(actions));
    }

    /**
     * One line of the menu.
     *
     * @param key at most 1024 UTF-8 bytes; comes back as EventKey
     */
    public record Action(String text, String key) {
        public Action {
            text = Checks.required("action_menu.action_list[].text", text);
            key = Checks.key("action_menu.action_list[].key", key);
        }

        private ObjectNode json() {
            return Json.object().text("text", text).text("key", key).end();
        }
    }

    ObjectNode json() {
        return Json.object()
                .text("desc", desc)
                .list("action_list", actions, Action::json)
                .end();
    }
}
