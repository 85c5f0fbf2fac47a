package io.genjin.cards;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes an object key by key, in the order of the calls and leaving out what is absent, so that the same message is
 * the same bytes each time: WeCom's duplicate check compares them.
 */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    private Json() {}

    static Json object() {
        return new Json();
    }

    static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    static ObjectNode read(String json) {
        if (MAPPER.readTree(json) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("not a JSON object");
    }

    Json text(String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
        return this;
    }

    Json number(String name, long value) {
        node.put(name, value);
        return this;
    }

    Json number(String name, @Nullable Double value) {
        if (value != null) {
            node.put(name, value);
        }
        return this;
    }

    Json flag(String name, boolean value) {
        node.put(name, value);
        return this;
    }

    Json object(String name, @Nullable ObjectNode value) {
        if (value != null) {
            node.set(name, value);
        }
        return this;
    }

    Json value(String name, JsonNode value) {
        node.set(name, value);
        return this;
    }

    Json texts(String name, Collection<String> values) {
        if (!values.isEmpty()) {
            var array = node.putArray(name);
            values.forEach(array::add);
        }
        return this;
    }

    <T> Json list(String name, List<T> items, Function<T, ObjectNode> json) {
        if (!items.isEmpty()) {
            var array = node.putArray(name);
            items.forEach(item -> array.add(json.apply(item)));
        }
        return this;
    }

    ObjectNode end() {
        return node;
    }
}
