package io.genjin.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A card with buttons (按钮交互型, doc 90236). A tap on a callback button brings its key and the drop-down's choice.
 *
 * @param subTitle shortened to 160 characters
 * @param items at most 6
 * @param buttons 1 to 6, those that call back with different keys
 */
public record ButtonInteraction(
        @Nullable Source source,
        @Nullable ActionMenu menu,
        TaskId taskId,
        MainTitle title,
        @Nullable QuoteArea quote,
        @Nullable String subTitle,
        List<HorizontalItem> items,
        @Nullable CardAction action,
        @Nullable ButtonSelection selection,
        List<Button> buttons)
        implements TemplateCard {
    public ButtonInteraction {
        taskId = Checks.present("task_id", taskId);
        title = MainTitle.required(title);
        subTitle = Advice.SUB_TITLE.appIfAny(subTitle);
        items = CardParts.rows(items);
        buttons = Checks.size("button_list", buttons, 1, Limits.BUTTONS);
        refuseRepeatedKeys(buttons);
    }

    /** The task id must be new for each card that is sent. */
    public static Builder builder(TaskId taskId) {
        return new Builder(taskId);
    }

    @Override
    public String cardType() {
        return "button_interaction";
    }

    @Override
    public ObjectNode body() {
        return CardParts.head(this, source, menu, title)
                .object("quote_area", quote == null ? null : quote.json())
                .text("sub_title_text", subTitle)
                .list("horizontal_content_list", items, HorizontalItem::json)
                .object("card_action", action == null ? null : action.json())
                .object("button_selection", selection == null ? null : selection.json())
                .list("button_list", buttons, Button::json)
                .end();
    }

    private static void refuseRepeatedKeys(List<Button> buttons) {
        for (int i = 1; i < buttons.size(); i++) {
            var key = buttons.get(i).key();
            if (key != null && buttons.subList(0, i).stream().anyMatch(earlier -> Objects.equals(earlier.key(), key))) {
                throw new CardLimitException("button_list[" + i + "].key", "unique in its list");
            }
        }
    }

    /** Builds a {@link ButtonInteraction}. */
    public static final class Builder extends DetailedCardBuilder<Builder> {
        private final TaskId task;
        private final List<Button> buttons = new ArrayList<>();

        private @Nullable String subTitle;
        private @Nullable ButtonSelection selection;

        private Builder(TaskId taskId) {
            super(taskId);
            this.task = taskId;
        }

        @Override
        Builder self() {
            return this;
        }

        public Builder subTitle(@Nullable String subTitle) {
            this.subTitle = subTitle;
            return this;
        }

        public Builder selection(ButtonSelection selection) {
            this.selection = selection;
            return this;
        }

        public Builder button(Button button) {
            buttons.add(button);
            return this;
        }

        /** A button that calls back with this key. */
        public Builder button(String text, Button.Style style, String key) {
            try {
                return button(Button.callback(text, style, key));
            } catch (CardLimitException e) {
                throw e.at(buttons.size());
            }
        }

        /** A button that opens a page and brings no callback. */
        public Builder urlButton(String text, Button.Style style, String url) {
            try {
                return button(Button.url(text, style, url));
            } catch (CardLimitException e) {
                throw e.at(buttons.size());
            }
        }

        /** Throws {@link CardLimitException} where a required part is missing or there are too many of one. */
        public ButtonInteraction build() {
            return new ButtonInteraction(
                    source, menu, task, MainTitle.required(title), quote, subTitle, items, action, selection, buttons);
        }
    }
}
