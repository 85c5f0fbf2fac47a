package io.genjin.crm.lead;

import io.genjin.crm.Ids;

/** Names one lead. */
public record LeadId(String value) {
    /** @throws IllegalArgumentException when it does not have the shape of an id */
    public LeadId {
        Ids.checked(value);
    }

    public static LeadId next() {
        return new LeadId(Ids.next());
    }
}
