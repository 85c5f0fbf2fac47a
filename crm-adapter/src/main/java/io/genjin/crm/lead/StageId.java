package io.genjin.crm.lead;

import io.genjin.crm.Ids;

/** Names one stage of the pipeline. */
public record StageId(String value) {
    /** @throws IllegalArgumentException when it does not have the shape of an id */
    public StageId {
        Ids.checked(value);
    }

    public static StageId next() {
        return new StageId(Ids.next());
    }
}
