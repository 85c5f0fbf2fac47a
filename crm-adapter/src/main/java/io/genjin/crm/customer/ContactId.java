package io.genjin.crm.customer;

import io.genjin.crm.Ids;

/** Names one person at a customer. */
public record ContactId(String value) {
    /** @throws IllegalArgumentException when it does not have the shape of an id */
    public ContactId {
        Ids.checked(value);
    }

    public static ContactId next() {
        return new ContactId(Ids.next());
    }
}
