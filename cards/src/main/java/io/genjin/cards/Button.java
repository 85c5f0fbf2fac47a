package io.genjin.cards;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A button that either calls us back or opens a page.
 *
 * @param text shortened to 10 characters
 * @param key at most 1024 UTF-8 bytes, comes back as EventKey; absent where the button opens a page
 * @param url the page; absent where the button calls back
 */
public record Button(
        String text,
        Style style,
        @Nullable String key,
        @Nullable String url) {
    private static final String PATH = "button_list[].";

    /**
     * How strongly a button asks to be tapped. WeCom documents the four by a picture that its clients draw differently:
     * never say anything by the style alone.
     */
    public enum Style {
        EMPHASIS(1),
        SECONDARY(2),
        NEUTRAL(3),
        NEGATIVE(4);

        private final int code;

        Style(int code) {
            this.code = code;
        }
    }

    public Button {
        text = Advice.BUTTON_TEXT.app(PATH + "text", text);
        if (key != null && url != null) {
            throw new CardLimitException(PATH + "type", "either a key or a url");
        }
        if (url == null) {
            key = Checks.key(PATH + "key", key);
        } else {
            url = Checks.url(PATH + "url", url);
        }
    }

    public static Button callback(String text, Style style, String key) {
        return new Button(text, style, Checks.key(PATH + "key", key), null);
    }

    /** Opens a page; brings no callback. */
    public static Button url(String text, Style style, String url) {
        return new Button(text, style, null, Checks.url(PATH + "url", url));
    }

    ObjectNode json() {
        var json = Json.object();
        if (url != null) {
            json.number("type", 1);
        }
        return json.text("text", text)
                .number("style", style.code)
                .text("key", key)
                .text("url", url)
                .end();
    }
}
