package io.genjin.crm.storage;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Lists that are only ever read with their row, kept as JSON text. */
public final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonText() {}

    public static String of(List<?> values) {
        return MAPPER.writeValueAsString(values);
    }

    public static <T> List<T> list(String json, Class<T> type) {
        return MAPPER.readValue(json, MAPPER.getTypeFactory().constructCollectionType(List.class, type));
    }
}
