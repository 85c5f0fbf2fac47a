package io.genjin.cards;

import java.time.Instant;

/**
 * What may be answered within the response to a callback, before encryption (doc 90241). A card update that goes this
 * way reaches only the member who tapped, and spends no response code.
 */
public final class PassiveReply {
    private final String msgType;
    private final String content;

    private PassiveReply(String msgType, String content) {
        this.msgType = msgType;
        this.content = content;
    }

    /** At most 2048 UTF-8 bytes; longer text is refused, as in {@link Text}. */
    public static PassiveReply text(String content) {
        var body = Json.object()
                .text("content", Checks.bytes("Content", content, Limits.CONTENT_BYTES))
                .end();
        return new PassiveReply("text", Xml.children(body));
    }

    /** Greys the tapped card's buttons, or puts another card in its place. */
    public static PassiveReply update(CardUpdate update) {
        var type = update instanceof ReplacedName ? "update_button" : "update_template_card";
        return new PassiveReply(type, Xml.element(update.formName(), update.form()));
    }

    /**
     * The XML to encrypt.
     *
     * @param userId who tapped or wrote
     * @param createdAt sent as whole seconds
     */
    public String toXml(String userId, String corpId, Instant createdAt) {
        var envelope = Json.object()
                .text("to_user_name", userId)
                .text("from_user_name", corpId)
                .number("create_time", createdAt.getEpochSecond())
                .text("msg_type", msgType)
                .end();
        return "<xml>" + Xml.children(envelope) + content + "</xml>";
    }
}
