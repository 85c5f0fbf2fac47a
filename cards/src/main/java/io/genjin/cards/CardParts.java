package io.genjin.cards;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The blocks that several cards share: their common rules, and their place at the head of the JSON. */
final class CardParts {
    private CardParts() {}

    static List<HorizontalItem> rows(List<HorizontalItem> rows) {
        return Checks.size("horizontal_content_list", rows, 0, Limits.HORIZONTAL_ITEMS);
    }

    static List<Jump> jumps(List<Jump> jumps) {
        return Checks.size("jump_list", jumps, 0, Limits.JUMPS);
    }

    /** Without a task id WeCom could not say which card's menu was tapped. */
    static void menuNeedsTask(@Nullable ActionMenu menu, @Nullable TaskId taskId) {
        if (menu != null && taskId == null) {
            throw new CardLimitException("task_id", "required with action_menu");
        }
    }

    static Json head(TemplateCard card, @Nullable Source source, @Nullable ActionMenu menu, @Nullable MainTitle title) {
        var taskId = card.taskId();
        return Json.object()
                .text("card_type", card.cardType())
                .object("source", source == null ? null : source.json())
                .object("action_menu", menu == null ? null : menu.json())
                .text("task_id", taskId == null ? null : taskId.value())
                .object("main_title", title == null ? null : title.json());
    }
}
