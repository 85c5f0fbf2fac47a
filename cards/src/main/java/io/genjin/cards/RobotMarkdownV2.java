package io.genjin.cards;

import tools.jackson.databind.node.ObjectNode;

/**
 * A robot's fuller markdown (doc 91770): tables, lists, images, code; no font colour, no mention. Clients before 4.1.36
 * (Android 4.1.38) show it as plain text. Words of others go through {@link WeComText#escapeV2} first. There is no
 * shortening: half a table is no table, so leave rows out instead.
 *
 * @param content 1 to 4096 UTF-8 bytes
 */
public record RobotMarkdownV2(String content) implements RobotMessage {
    public RobotMarkdownV2 {
        content = Checks.bytes("markdown_v2.content", content, Limits.ROBOT_MARKDOWN_BYTES);
        content = WeComText.withoutEveryone("markdown_v2.content", content);
    }

    @Override
    public String msgType() {
        return "markdown_v2";
    }

    @Override
    public ObjectNode body() {
        return Json.object().text("content", content).end();
    }
}
