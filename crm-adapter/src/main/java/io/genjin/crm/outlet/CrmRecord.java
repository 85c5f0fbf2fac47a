package io.genjin.crm.outlet;

import io.genjin.crm.Ids;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way to an outside CRM.
 *
 * @param id our id, which the outside keeps: the same one again is an update
 * @param changedAt when it became like this; an outside that holds a later one keeps that
 * @param fields its values as text, numbers, booleans, or lists and maps of these; null where there is nothing
 */
public record CrmRecord(RecordKind kind, String id, Instant changedAt, Map<String, @Nullable Object> fields) {
    public CrmRecord {
        Ids.checked(id);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
