package io.genjin.cards;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the builders of notices and of the button card take besides. */
public abstract sealed class DetailedCardBuilder<B extends DetailedCardBuilder<B>> extends CardBuilder<B>
        permits TextNotice.Builder, NewsNotice.Builder, ButtonInteraction.Builder {
    final List<HorizontalItem> items = new ArrayList<>();

    @Nullable
    ActionMenu menu;

    @Nullable
    QuoteArea quote;

    @Nullable
    CardAction action;

    DetailedCardBuilder(@Nullable TaskId taskId) {
        super(taskId);
    }

    /** Needs a task id. */
    public B menu(ActionMenu menu) {
        this.menu = menu;
        return self();
    }

    public B quote(QuoteArea quote) {
        this.quote = quote;
        return self();
    }

    public B quote(@Nullable String title, String text) {
        return quote(QuoteArea.text(title, text));
    }

    /** Adds a row; a card holds 6. */
    public B item(HorizontalItem item) {
        items.add(item);
        return self();
    }

    /** Adds a row, its value shortened to 30 characters. */
    public B item(String label, String value) {
        try {
            return item(HorizontalItem.text(label, value));
        } catch (CardLimitException e) {
            throw e.at(items.size());
        }
    }

    /** As {@link #item(String, String)}, but leaves the row out when there is nothing to show. */
    public B itemIfPresent(String label, @Nullable String value) {
        return value == null || value.isBlank() ? self() : item(label, value);
    }

    /** What a tap on the card itself opens. */
    public B action(CardAction action) {
        this.action = action;
        return self();
    }

    public B action(String url) {
        return action(CardAction.url(url));
    }
}
