package io.genjin.cards;

import tools.jackson.databind.node.ObjectNode;

/**
 * The markdown subset of application messages (doc 90236): headings, bold, links, inline code, quotes and
 * {@code <font color="info|comment|warning">}. Words of others go through {@link WeComText#escape} first.
 *
 * @param content 1 to 2048 UTF-8 bytes
 */
public record Markdown(String content) implements PlainMessage {
    public Markdown {
        content = Checks.bytes("markdown.content", content, Limits.CONTENT_BYTES);
    }

    /** Cuts to the limit with {@code …}, never inside a character, tag, mention or link; open tags are closed. */
    public static Markdown shortened(String content) {
        return new Markdown(Cut.toBytes(content, Limits.CONTENT_BYTES));
    }

    @Override
    public String msgType() {
        return "markdown";
    }

    @Override
    public ObjectNode body() {
        return Json.object().text("content", content).end();
    }
}
