package io.genjin.cards;

import tools.jackson.databind.node.ObjectNode;

/**
 * A robot's markdown (doc 91770): the subset of {@link Markdown}, with mentions.
 *
 * @param content 1 to 4096 UTF-8 bytes, without {@code <@all>}
 */
public record RobotMarkdown(String content) implements RobotMessage {
    public RobotMarkdown {
        content = Checks.bytes("markdown.content", content, Limits.ROBOT_MARKDOWN_BYTES);
        content = WeComText.withoutEveryone("markdown.content", content);
    }

    /** Cuts to the limit with {@code …}, never inside a character, tag, mention or link; open tags are closed. */
    public static RobotMarkdown shortened(String content) {
        return new RobotMarkdown(Cut.toBytes(content, Limits.ROBOT_MARKDOWN_BYTES));
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
