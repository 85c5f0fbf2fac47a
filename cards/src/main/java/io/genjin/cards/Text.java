package io.genjin.cards;

import tools.jackson.databind.node.ObjectNode;

/**
 * Text with {@code \n} and {@code <a href>} (doc 90236). Words of others go through {@link WeComText#escape} first.
 *
 * @param content 1 to 2048 UTF-8 bytes; WeCom would cut longer text in silence, so it is refused
 */
public record Text(String content) implements PlainMessage {
    public Text {
        content = Checks.bytes("text.content", content, Limits.CONTENT_BYTES);
    }

    /** Cuts to the limit with {@code …}, never inside a character, tag, mention or link. */
    public static Text shortened(String content) {
        return new Text(Cut.toBytes(content, Limits.CONTENT_BYTES));
    }

    @Override
    public String msgType() {
        return "text";
    }

    @Override
    public ObjectNode body() {
        return Json.object().text("content", content).end();
    }
}
