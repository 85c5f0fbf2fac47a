package io.genjin.sandbox.wecom.card;

import io.genjin.sandbox.wecom.world.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One object of a card with its place in it, read strictly: unknown fields and wrong types are refused. */
final class Block {
    private final String path;
    private final JsonNode node;
    private final List<String> advice;

    private Block(String path, JsonNode node, List<String> advice) {
        if (!node.isObject()) {
            throw new Refusal(CardCodes.INVALID, path + " must be an object");
        }
        this.path = path;
        this.node = node;
        this.advice = advice;
    }

    static Block root(JsonNode card) {
        return new Block("template_card", card, new ArrayList<>());
    }

    /** Lengths that WeCom only advises and that were exceeded: the display is cut. */
    List<String> advice() {
        return List.copyOf(advice);
    }

    boolean has(String field) {
        var value = node.get(field);
        return value != null && !value.isNull();
    }

    Block child(String field) {
        return new Block(path + "." + field, node.path(field), advice);
    }

    /** Refuses every field that is not named here. */
    void only(String... fields) {
        var allowed = Set.of(fields);
        for (var name : node.propertyNames()) {
            if (!allowed.contains(name)) {
                throw new Refusal(CardCodes.INVALID, path + " has no field " + name);
            }
        }
    }

    /** The items of a list, each an object; an absent list is empty. */
    List<Block> items(String field, int min, int max, int errcode) {
        if (!has(field)) {
            return List.of();
        }
        var list = node.path(field);
        if (!list.isArray()) {
            throw new Refusal(CardCodes.INVALID, path + "." + field + " must be a list");
        }
        if (list.size() < min || list.size() > max) {
            throw new Refusal(
                    errcode,
                    path + "." + field + " holds " + list.size() + " items, allowed are " + min + " to " + max);
        }
        var items = new ArrayList<Block>();
        for (var item : list) {
            items.add(new Block(path + "." + field + "[" + items.size() + "]", item, advice));
        }
        return items;
    }

    /** A text, empty when absent. */
    String text(String field) {
        if (!has(field)) {
            return "";
        }
        var value = node.path(field);
        if (!value.isString()) {
            throw new Refusal(CardCodes.INVALID, path + "." + field + " must be a string");
        }
        return value.stringValue();
    }

    /** A text that the display cuts after so many characters. */
    String advised(String field, int characters) {
        var text = text(field);
        var length = text.codePointCount(0, text.length());
        if (length > characters) {
            advice.add(path + "." + field + " 建议不超过 " + characters + " 字，现在 " + length + " 字");
        }
        return text;
    }

    String required(String field, int errcode) {
        var text = text(field);
        if (text.isEmpty()) {
            throw new Refusal(errcode, path + "." + field + " is required");
        }
        return text;
    }

    /** A required text of at most so many UTF-8 bytes. */
    String key(String field, int bytes, int errcode) {
        var text = required(field, errcode);
        if (text.getBytes(StandardCharsets.UTF_8).length > bytes) {
            throw new Refusal(errcode, path + "." + field + " is longer than " + bytes + " bytes");
        }
        return text;
    }

    void url(String field, int errcode) {
        var text = required(field, errcode);
        try {
            var scheme = new URI(text).getScheme();
            if (scheme == null || !Set.of("http", "https").contains(scheme)) {
                throw new Refusal(errcode, path + "." + field + " needs http or https");
            }
        } catch (URISyntaxException e) {
            throw new Refusal(errcode, path + "." + field + " is no URL");
        }
    }

    /** A whole number, zero when absent. */
    int number(String field, int min, int max) {
        if (!has(field)) {
            return 0;
        }
        var value = node.path(field);
        if (!value.isInt() || value.intValue() < min || value.intValue() > max) {
            throw new Refusal(CardCodes.INVALID, path + "." + field + " must be a number from " + min + " to " + max);
        }
        return value.intValue();
    }

    void flag(String field) {
        if (has(field) && !node.path(field).isBoolean()) {
            throw new Refusal(CardCodes.INVALID, path + "." + field + " must be true or false");
        }
    }

    double fraction(String field, double whenAbsent) {
        if (!has(field)) {
            return whenAbsent;
        }
        if (!node.path(field).isNumber()) {
            throw new Refusal(CardCodes.INVALID, path + "." + field + " must be a number");
        }
        return node.path(field).doubleValue();
    }

    /** Refuses a value that appears twice. */
    static void unique(List<String> values, int errcode, String what) {
        var seen = new HashSet<String>();
        for (var value : values) {
            if (!seen.add(value)) {
                throw new Refusal(errcode, what + " \"" + value + "\" appears twice");
            }
        }
    }
}
