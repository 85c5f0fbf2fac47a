package io.genjin.nlp.cli;

import io.genjin.nlp.Message;
import io.genjin.nlp.Speaker;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line of a chat export. */
record ChatLine(String id, Message message) {
    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException with the reason, without the chat's words
     */
    static ChatLine parse(JsonMapper json, String line) {
        JsonNode node = node(json, line);
        return new ChatLine(text(node, "id"), new Message(from(node), sentAt(node), text(node, "text")));
    }

    private static JsonNode node(JsonMapper json, String line) {
        try {
            JsonNode node = json.readTree(line);
            if (!node.isObject()) {
                throw new IllegalArgumentException("not a JSON object");
            }
            return node;
        } catch (JacksonException e) {
            // Jackson's message quotes the source, which holds a customer's words.
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    private static Speaker from(JsonNode node) {
        return switch (text(node, "from")) {
            case "customer" -> Speaker.CUSTOMER;
            case "rep" -> Speaker.REP;
            default -> throw new IllegalArgumentException("from must be customer or rep");
        };
    }

    private static OffsetDateTime sentAt(JsonNode node) {
        try {
            return OffsetDateTime.parse(text(node, "sentAt"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("sentAt must be ISO 8601 with an offset", e);
        }
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isString()) {
            throw new IllegalArgumentException(field + " is missing or not a string");
        }
        return value.asString();
    }
}
