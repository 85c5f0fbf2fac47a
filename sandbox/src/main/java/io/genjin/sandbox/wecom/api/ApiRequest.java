package io.genjin.sandbox.wecom.api;

import io.genjin.sandbox.wecom.world.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call of the server API.
 *
 * @param path without /cgi-bin/
 * @param body the JSON of a POST, else empty
 * @param raw the body as it came, for the duplicate check
 * @param upload the file of a multipart request
 */
record ApiRequest(
        String path,
        Map<String, String> query,
        ObjectNode body,
        String raw,
        @Nullable Upload upload) {
    private static final int MISSING = 40063;
    private static final int INVALID = 40058;

    /** A query parameter, empty when absent. */
    String query(String name) {
        return query.getOrDefault(name, "");
    }

    String requireQuery(String name) {
        var value = query(name);
        if (value.isEmpty()) {
            throw new Refusal(MISSING, "query parameter " + name + " is required");
        }
        return value;
    }

    /** A text of the body, empty when absent. */
    String text(String field) {
        var value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw new Refusal(INVALID, field + " must be a string");
        }
        return value.stringValue();
    }

    String require(String field) {
        var value = text(field);
        if (value.isEmpty()) {
            throw new Refusal(MISSING, field + " is required");
        }
        return value;
    }

    /** A whole number of the body. */
    int number(String field, int whenAbsent, int min, int max) {
        var value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return whenAbsent;
        }
        if (!value.isInt() || value.intValue() < min || value.intValue() > max) {
            throw new Refusal(INVALID, field + " must be a number from " + min + " to " + max);
        }
        return value.intValue();
    }

    /** A list of texts of the body, empty when absent. */
    List<String> texts(String field) {
        var value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray() || value.valueStream().anyMatch(item -> !item.isString())) {
            throw new Refusal(INVALID, field + " must be a list of strings");
        }
        var texts = new ArrayList<String>();
        value.forEach(item -> texts.add(item.stringValue()));
        return texts;
    }

    /** An object of the body. */
    ObjectNode object(String field) {
        JsonNode value = body.path(field);
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw new Refusal(MISSING, field + " is required and must be an object");
    }

    /** The file of a multipart request. */
    static final class Upload {
        private final String fileName;
        private final byte[] content;

        Upload(String fileName, byte[] content) {
            this.fileName = fileName;
            this.content = content;
        }

        String fileName() {
            return fileName;
        }

        byte[] content() {
            return content;
        }
    }
}
