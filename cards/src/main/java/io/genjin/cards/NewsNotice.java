package io.genjin.cards;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A card with a picture (图文展示型, doc 90236). Needs a title, a card action, and a picture across or at the left.
 *
 * @param items at most 6
 * @param paragraphs at most 4
 * @param jumps at most 3
 */
public record NewsNotice(
        @Nullable Source source,
        @Nullable ActionMenu menu,
        @Nullable TaskId taskId,
        MainTitle title,
        @Nullable QuoteArea quote,
        @Nullable ImageTextArea imageText,
        @Nullable CardImage image,
        List<VerticalItem> paragraphs,
        List<HorizontalItem> items,
        List<Jump> jumps,
        CardAction action)
        implements NoticeCard {
    public NewsNotice {
        title = MainTitle.required(title);
        if (image == null && imageText == null) {
            throw new CardLimitException("card_image", "required where image_text_area is absent");
        }
        paragraphs = Checks.size("vertical_content_list", paragraphs, 0, Limits.VERTICAL_ITEMS);
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
        return "news_notice";
    }

    @Override
    public NewsNotice forRobot() {
        return new NewsNotice(
                source == null ? null : source.forRobot(),
                menu,
                taskId,
                title.forRobot(),
                quote,
                imageText,
                image,
                paragraphs.stream().map(VerticalItem::forRobot).toList(),
                items.stream().map(HorizontalItem::forRobot).toList(),
                jumps.stream().map(Jump::forRobot).toList(),
                action);
    }

    @Override
    public ObjectNode body() {
        return CardParts.head(this, source, menu, title)
                .object("quote_area", quote == null ? null : quote.json())
                .object("image_text_area", imageText == null ? null : imageText.json())
                .object("card_image", image == null ? null : image.json())
                .list("vertical_content_list", paragraphs, VerticalItem::json)
                .list("horizontal_content_list", items, HorizontalItem::json)
                .list("jump_list", jumps, Jump::json)
                .object("card_action", action.json())
                .end();
    }

    /** Builds a {@link NewsNotice}. */
    public static final class Builder extends DetailedCardBuilder<Builder> {
        private final List<VerticalItem> paragraphs = new ArrayList<>();
        private final List<Jump> jumps = new ArrayList<>();

        private @Nullable ImageTextArea imageText;
        private @Nullable CardImage image;

        private Builder(@Nullable TaskId taskId) {
            super(taskId);
        }

        @Override
        Builder self() {
            return this;
        }

        public Builder image(CardImage image) {
            this.image = image;
            return this;
        }

        public Builder imageText(ImageTextArea imageText) {
            this.imageText = imageText;
            return this;
        }

        public Builder paragraph(String title, @Nullable String desc) {
            paragraphs.add(new VerticalItem(title, desc));
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
        public NewsNotice build() {
            return new NewsNotice(
                    source,
                    menu,
                    taskId,
                    MainTitle.required(title),
                    quote,
                    imageText,
                    image,
                    paragraphs,
                    items,
                    jumps,
                    Checks.present("card_action", action));
        }
    }
}
