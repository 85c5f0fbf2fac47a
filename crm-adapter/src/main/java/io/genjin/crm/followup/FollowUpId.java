package io.genjin.crm.followup;

import io.genjin.crm.Ids;

/** Names one follow-up record. */
public record FollowUpId(String value) {
    /** @throws IllegalArgumentException when it does not have the shape of an id */
    public FollowUpId {
        Ids.checked(value);
    }

    public static FollowUpId next() {
        return new FollowUpId(Ids.next());
    }
}
