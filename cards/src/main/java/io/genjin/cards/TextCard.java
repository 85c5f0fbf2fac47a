package io.genjin.cards;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A title, a description and one link (doc 90236).
 *
 * @param title at most 128 UTF-8 bytes
 * @param description at most 512 UTF-8 bytes; {@code <br>} and {@code <div class="gray|normal|highlight">} work
 * @param url at most 2048 UTF-8 bytes, with its scheme
 * @param buttonText at most 4 characters; WeCom says 详情 where it is absent
 */
public record TextCard(
        String title,
        String description,
        String url,
        @Nullable String buttonText) implements PlainMessage {
    public TextCard {
        title = Checks.bytes("textcard.title", title, Limits.TITLE_BYTES);
        description = Checks.bytes("textcard.description", description, Limits.DESCRIPTION_BYTES);
        url = Checks.bytes("textcard.url", Checks.url("textcard.url", url), Limits.URL_BYTES);
        buttonText = Checks.optional(buttonText);
        if (buttonText != null && buttonText.codePointCount(0, buttonText.length()) > Limits.TEXT_CARD_BUTTON_CHARS) {
            throw new CardLimitException("textcard.btntxt", "at most " + Limits.TEXT_CARD_BUTTON_CHARS + " characters");
        }
    }

    public TextCard(String title, String description, String url) {
        this(title, description, url, null);
    }

    /** Cuts title and description to their limits; never the URL. */
    public static TextCard shortened(String title, String description, String url) {
        return new TextCard(
                Cut.toBytes(title, Limits.TITLE_BYTES), Cut.toBytes(description, Limits.DESCRIPTION_BYTES), url);
    }

    @Override
    public String msgType() {
        return "textcard";
    }

    @Override
    public ObjectNode body() {
        return Json.object()
                .text("title", title)
                .text("description", description)
                .text("url", url)
                .text("btntxt", buttonText)
                .end();
    }
}
