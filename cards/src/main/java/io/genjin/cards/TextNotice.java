package io.genjin.cards;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A card of text (文本通知型, doc 90236). Needs a title or a sub title, and a card action; a menu needs a task id.
 *
 * @param subTitle shortened to 160 characters, 112 in a robot's card
 * @param items at most 6
 * @param jumps at most 3
 */
public record TextNotice(
        @Nullable Source source,
        @Nullable ActionMenu menu,
        @Nullable TaskId taskId,
        @Nullable MainTitle title,
        @Nullable QuoteArea quote,
        @Nullable Emphasis emphasis,
        @Nullable String subTitle,
        List<HorizontalItem> items,
        List<Jump> jumps,
        CardAction action)
        implements NoticeCard {
    public TextNotice {
        subTitle = Advice.SUB_TITLE.appIfAny(subTitle);
        if ((title == null || title.title() == null) && subTitle == null) {
            throw new CardLimitException("main_title.title", "required where sub_title_text is absent");
        }
        items = CardParts.rows(items);
        jumps = CardParts.jumps(jumps);
        action = Checks.present("card_action", action);
        CardParts.menuNeedsTask(menu, taskId);
    }

    public static Builder builder() {
        return new Builder(null);
    }

    /** With a task id, which a menu needs. */
    public static Builder builder(TaskId taskId) {
        return new Builder(taskId);
    }

    @Override
    public String cardType() {
        return "text_notice";
    }

    @Override
    public TextNotice forRobot() {
        return new TextNotice(
                source == null ? null : source.forRobot(),
                menu,
                taskId,
                title == null ? null : title.forRobot(),
                quote,
                emphasis == null ? null : emphasis.forRobot(),
                Advice.SUB_TITLE.robotIfAny(subTitle),
                items.stream().map(HorizontalItem::forRobot).toList(),
                jumps.stream().map(Jump::forRobot).toList(),
                action);
    }

    @Override
    public ObjectNode body() {
        return CardParts.head(this, source, menu, title)
                .object("quote_area", quote == null ? null : quote.json())
                .object("emphasis_content", emphasis == null ? null : emphasis.json())
                .text("sub_title_text", subTitle)
                .list("horizontal_content_list", items, HorizontalItem::json)
                .list("jump_list", jumps, Jump::json)
                .object("card_action", action.json())
                .end();
    }

    /** Builds a {@link TextNotice}. */
    public static final class Builder extends DetailedCardBuilder<Builder> {
        private final List<Jump> jumps = new ArrayList<>();

        private @Nullable Emphasis emphasis;
        private @Nullable String subTitle;

        private Builder(@Nullable TaskId taskId) {
            super(taskId);
        }

        @Override
        Builder self() {
            return this;
        }

        public Builder emphasis(String figure, @Nullable String desc) {
            this.emphasis = new Emphasis(figure, desc);
            return this;
        }

        public Builder subTitle(@Nullable String subTitle) {
            this.subTitle = subTitle;
            return this;
        }

        public Builder jump(Jump jump) {
            jumps.add(jump);
            return this;
        }

        public Builder jump(String title, String url) {
            return jump(Jump.url(title, url));
        }

        /** Throws {@link CardLimitException} where a required part is missing or there are too many of one. */
        public TextNotice build() {
            return new TextNotice(
                    source,
                    menu,
                    taskId,
                    title,
                    quote,
                    emphasis,
                    subTitle,
                    items,
                    jumps,
                    Checks.present("card_action", action));
        }
    }
}
