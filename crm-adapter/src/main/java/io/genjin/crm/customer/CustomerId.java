package io.genjin.crm.customer;

import io.genjin.crm.Ids;

/** Names one buying organisation. */
public record CustomerId(String value) {
    /** @throws IllegalArgumentException when it does not have the shape of an id */
    public CustomerId {
        Ids.checked(value);
    }

    public static CustomerId next() {
        return new CustomerId(Ids.next());
    }
}
