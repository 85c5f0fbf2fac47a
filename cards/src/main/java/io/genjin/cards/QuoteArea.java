package io.genjin.cards;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Somebody's words, set off from ours. WeCom names no length; its client folds long quotes. */
public record QuoteArea(Link link, @Nullable String title, String text) {
    public QuoteArea {
        title = Checks.optional(title);
        text = Checks.required("quote_area.quote_text", text);
    }

    public static QuoteArea text(@Nullable String title, String text) {
        return new QuoteArea(Link.none(), title, text);
    }

    public static QuoteArea url(@Nullable String title, String text, String url) {
        return new QuoteArea(Link.url("quote_area.url", url), title, text);
    }

    public static QuoteArea miniProgram(@Nullable String title, String text, String appId, @Nullable String pagePath) {
        return new QuoteArea(Link.miniProgram("quote_area.appid", appId, pagePath), title, text);
    }

    ObjectNode json() {
        return link.write(Json.object().number("type", link.type()))
                .text("title", title)
                .text("quote_text", text)
                .end();
    }
}
