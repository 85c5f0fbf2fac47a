package io.genjin.cards;

import java.util.regex.Pattern;

/**
 * One call of appchat/send (doc 90248), to a group that this application made.
 *
 * @param chatId 1 to 32 letters and digits
 */
public record AppChatMessage(String chatId, PlainMessage message) {
    private static final Pattern CHAT_ID = Pattern.compile("[0-9a-zA-Z]{1,32}");

    public AppChatMessage {
        chatId = Checks.matching("chatid", chatId, CHAT_ID, "1 to 32 of [0-9a-zA-Z]");
        if (message instanceof Text text) {
            WeComText.withoutEveryone("text.content", text.content());
        } else if (message instanceof Markdown markdown) {
            WeComText.withoutEveryone("markdown.content", markdown.content());
        }
    }

    /** The request's body. */
    public String toJson() {
        return Json.write(Json.object()
                .text("chatid", chatId)
                .text("msgtype", message.msgType())
                .object(message.msgType(), message.body())
                .end());
    }
}
