package io.genjin.sandbox.wecom.phone;

import io.genjin.sandbox.wecom.callback.Delivery;
import io.genjin.sandbox.wecom.card.CardRules;
import io.genjin.sandbox.wecom.card.ReplyCard;
import io.genjin.sandbox.wecom.world.AppMessage;
import io.genjin.sandbox.wecom.world.CardFace;
import io.genjin.sandbox.wecom.world.ChatLine;
import io.genjin.sandbox.wecom.world.Directory;
import io.genjin.sandbox.wecom.world.Refusal;
import io.genjin.sandbox.wecom.world.World;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Applies the XML that the bot answers a callback with (doc 90241): it changes only the phone that caused it. */
final class PassiveReplies {
    private final World world;

    PassiveReplies(World world) {
        this.world = world;
    }

    void apply(Delivery delivery, ObjectNode reply, String userId, @Nullable AppMessage card) {
        try {
            synchronized (world) {
                check(reply, userId);
                switch (reply.path("MsgType").asString("")) {
                    case "text" -> addText(reply, userId);
                    case "update_button" -> {
                        var text = reply.path("Button").path("ReplaceName").asString("");
                        if (text.isEmpty()) {
                            throw new IllegalArgumentException("ReplaceName is empty");
                        }
                        var message = require(card);
                        message.redraw(userId, face(message.face(userId).card(), text));
                    }
                    case "update_template_card" -> {
                        var json = ReplyCard.json(reply.path("TemplateCard"));
                        CardRules.check(json, CardRules.Use.UPDATE);
                        require(card)
                                .redraw(
                                        userId,
                                        face(json, json.path("replace_text").asString("")));
                    }
                    case "image", "voice", "video", "news" ->
                        addLine(userId, reply.path("MsgType").asString(""), reply.deepCopy());
                    default -> throw new IllegalArgumentException("a passive reply has no such MsgType");
                }
            }
        } catch (Refusal | IllegalArgumentException e) {
            delivery.complain(String.valueOf(e.getMessage()));
        }
        world.changes.happened();
    }

    private static void check(ObjectNode reply, String userId) {
        if (!Directory.fold(reply.path("ToUserName").asString("")).equals(Directory.fold(userId))) {
            throw new IllegalArgumentException("ToUserName is not the member who is answered");
        }
        if (!reply.path("CreateTime").asString("").matches("\\d{10}")) {
            throw new IllegalArgumentException("CreateTime is not in seconds");
        }
    }

    private void addText(ObjectNode reply, String userId) {
        var content = reply.path("Content").asString("");
        if (content.isEmpty()) {
            throw new IllegalArgumentException("Content is empty");
        }
        addLine(userId, "text", JsonNodeFactory.instance.objectNode().put("content", content));
    }

    private void addLine(String userId, String type, ObjectNode body) {
        world.addLine(
                userId, new ChatLine(UUID.randomUUID().toString(), world.clock.instant(), "app", type, body, null));
    }

    private CardFace face(ObjectNode card, String greyText) {
        return new CardFace(card, greyText.isEmpty() ? null : greyText, world.clock.instant(), "replied");
    }

    private static AppMessage require(@Nullable AppMessage card) {
        if (card == null) {
            throw new IllegalArgumentException("only an event of a card is answered with a card");
        }
        return card;
    }
}
