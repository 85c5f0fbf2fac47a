package io.genjin.sandbox.wecom.phone;

import io.genjin.sandbox.wecom.world.ChatLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A message of the application on one phone, or one in a group.
 *
 * @param from {@code app}, {@code robot} or a userid
 * @param body the content by type
 * @param card the card as it looked when it was asked for
 */
public record ReceivedMessage(
        String msgId, Instant at, String from, String type, JsonNode body, boolean recalled, Optional<CardView> card) {

    static ReceivedMessage of(ChatLine line, String userId) {
        var message = line.message();
        return new ReceivedMessage(
                line.msgId(),
                line.at(),
                line.from(),
                line.type(),
                line.body(),
                message != null && message.recalled(),
                message != null && message.isCard() ? Optional.of(new CardView(message, userId)) : Optional.empty());
    }

    /** What a person can read in it; cards with all their blocks, files as an empty text. */
    public String text() {
        if (card.isPresent()) {
            return card.get().text();
        }
        var pieces = new ArrayList<String>();
        for (var field : List.of("content", "title", "description")) {
            add(body.path(field), pieces);
        }
        for (var article : body.path("articles")) {
            add(article.path("title"), pieces);
            add(article.path("description"), pieces);
        }
        return String.join("\n", pieces);
    }

    private static void add(JsonNode field, List<String> pieces) {
        if (!field.asString("").isEmpty()) {
            pieces.add(field.asString(""));
        }
    }
}
