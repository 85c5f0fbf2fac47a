package io.genjin.crm.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A buying organisation.
 *
 * @param aliases other names it goes by; a name or alias belongs to one customer only
 * @param purchaseCount how often it bought before, 0 or more
 */
public record Customer(
        CustomerId id,
        String name,
        List<String> aliases,
        @Nullable String industry,
        @Nullable Level level,
        int purchaseCount) {
    public Customer {
        aliases = List.copyOf(aliases);
        if (purchaseCount < 0) {
            throw new IllegalArgumentException("a customer bought 0 times or more");
        }
    }
}
