package io.genjin.cards;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call of a group robot's webhook/send (doc 91770). A robot hears nothing: its messages carry links, no callbacks.
 */
public sealed interface RobotMessage
        permits RobotText, RobotMarkdown, RobotMarkdownV2, RobotImage, RobotNews, RobotFile, RobotCard {
    /** At most 2048 UTF-8 bytes. */
    static RobotMessage text(String content) {
        return new RobotText(content, List.of(), List.of(), false);
    }

    /** Text that mentions these members; ids, never {@code @all}. */
    static RobotMessage text(String content, List<String> mentionedUserIds) {
        return new RobotText(content, mentionedUserIds, List.of(), false);
    }

    /** At most 4096 UTF-8 bytes; {@link WeComText#mention} works inside. */
    static RobotMessage markdown(String content) {
        return new RobotMarkdown(content);
    }

    /** At most 4096 UTF-8 bytes; tables and lists, but no colours and no mentions. */
    static RobotMessage markdownV2(String content) {
        return new RobotMarkdownV2(content);
    }

    /** The bytes of a JPG or PNG, at most 2 MB. */
    static RobotMessage image(byte[] picture) {
        return RobotImage.of(picture);
    }

    /** Articles that link to pages; a robot opens no mini programs from them. */
    static RobotMessage news(News news) {
        return new RobotNews(news);
    }

    /** A media id from this robot's own upload_media. */
    static RobotMessage file(String mediaId) {
        return new RobotFile(mediaId);
    }

    /** A notice without menu and task id; its texts are shortened to what a robot's card shows. */
    static RobotMessage card(NoticeCard card) {
        return new RobotCard(card);
    }

    /** WeCom's msgtype, which is also the key that holds the body. */
    String msgType();

    /** The JSON under that key; a new object at each call, keys always in the same order. */
    ObjectNode body();

    /** The request's body. */
    default String toJson() {
        return Json.write(Json.object()
                .text("msgtype", msgType())
                .object(msgType(), body())
                .end());
    }
}
