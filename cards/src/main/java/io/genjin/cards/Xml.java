package io.genjin.cards;

import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Writes the JSON form as the XML of passive replies (doc 90241): names in camel case, a list as its element repeated,
 * text in CDATA that its content cannot leave.
 */
final class Xml {
    /** Names that are one word in JSON and two in XML. */
    private static final Map<String, String> UNEVEN = Map.of(
            "keyname", "KeyName",
            "appid", "AppId",
            "pagepath", "PagePath",
            "userid", "UserId",
            "checkbox", "CheckBox");

    private Xml() {}

    static String element(String jsonName, JsonNode value) {
        if (value.isArray()) {
            return value.values().stream().map(item -> element(jsonName, item)).collect(Collectors.joining());
        }
        var name = UNEVEN.getOrDefault(jsonName, camelCase(jsonName));
        return "<" + name + ">" + content(value) + "</" + name + ">";
    }

    static String children(JsonNode object) {
        return object.properties().stream()
                .map(property -> element(property.getKey(), property.getValue()))
                .collect(Collectors.joining());
    }

    private static String content(JsonNode value) {
        if (value.isObject()) {
            return children(value);
        }
        return value.isString() ? cdata(value.stringValue()) : value.asString();
    }

    private static String cdata(String text) {
        var legal = new StringBuilder(text.length());
        text.codePoints().filter(Xml::isLegal).forEach(legal::appendCodePoint);
        return "<![CDATA[" + legal.toString().replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }

    /** XML 1.0 has no form at all for other characters; one of them would make WeCom drop the whole reply. */
    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    private static String camelCase(String snake) {
        var camel = new StringBuilder(snake.length());
        boolean capital = true;
        for (int i = 0; i < snake.length(); i++) {
            char c = snake.charAt(i);
            if (c != '_') {
                camel.append(capital ? Character.toUpperCase(c) : c);
            }
            capital = c == '_';
        }
        return camel.toString();
    }
}
