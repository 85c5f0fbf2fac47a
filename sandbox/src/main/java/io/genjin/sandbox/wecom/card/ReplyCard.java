package io.genjin.sandbox.wecom.card;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns the TemplateCard element of a passive reply (doc 90241) into the JSON form of the same card. */
public final class ReplyCard {
    private static final Set<String> LISTS = Set.of(
            "ActionList",
            "HorizontalContentList",
            "VerticalContentList",
            "JumpList",
            "ButtonList",
            "OptionList",
            "SelectList");
    private static final Set<String> NUMBERS = Set.of("Type", "Style", "DescColor", "Mode", "AspectRatio");
    private static final Set<String> FLAGS = Set.of("Disable", "IsChecked");
    private static final Map<String, String> NAMES = Map.of(
            "KeyName", "keyname",
            "CheckBox", "checkbox",
            "UserId", "userid",
            "AppId", "appid",
            "PagePath", "pagepath");

    private ReplyCard() {}

    /** The card; empty elements are left out, as WeCom treats them as absent. */
    public static ObjectNode json(JsonNode templateCard) {
        var card = JsonNodeFactory.instance.objectNode();
        templateCard.properties().forEach(entry -> add(card, entry.getKey(), entry.getValue()));
        return card;
    }

    private static void add(ObjectNode parent, String name, JsonNode value) {
        var field = NAMES.getOrDefault(name, snakeCase(name));
        if (LISTS.contains(name)) {
            var list = parent.putArray(field);
            var items = value.isArray() ? value.values() : List.of(value);
            items.forEach(item -> list.add(json(item)));
        } else if (value.isObject()) {
            parent.set(field, json(value));
        } else if (!value.asString("").isEmpty()) {
            parent.set(field, leaf(name, value.asString("")));
        }
    }

    private static JsonNode leaf(String name, String text) {
        var nodes = JsonNodeFactory.instance;
        if (FLAGS.contains(name) && Set.of("true", "false").contains(text)) {
            return nodes.booleanNode(Boolean.parseBoolean(text));
        }
        if (NUMBERS.contains(name) && text.matches("\\d{1,6}")) {
            return nodes.numberNode(Integer.parseInt(text));
        }
        if (NUMBERS.contains(name) && text.matches("\\d{1,3}\\.\\d{1,6}")) {
            return nodes.numberNode(Double.parseDouble(text));
        }
        return nodes.stringNode(text);
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
