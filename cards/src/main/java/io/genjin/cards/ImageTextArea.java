package io.genjin.cards;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A picture on the left and text on the right of it; no length of the text is documented. */
public record ImageTextArea(
        String imageUrl, @Nullable String title, @Nullable String desc, Link link) {
    public ImageTextArea {
        title = Checks.optional(title);
        desc = Checks.optional(desc);
        imageUrl = Checks.url("image_text_area.image_url", imageUrl);
    }

    public static ImageTextArea of(String imageUrl, @Nullable String title, @Nullable String desc) {
        return new ImageTextArea(imageUrl, title, desc, Link.none());
    }

    ObjectNode json() {
        return link.write(Json.object().number("type", link.type()))
                .text("title", title)
                .text("desc", desc)
                .text("image_url", imageUrl)
                .end();
    }
}
