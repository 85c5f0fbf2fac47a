package io.genjin.crm.customer;

import org.jspecify.annotations.Nullable;

/**
 * A person at a customer.
 *
 * @param externalUserId WeCom's external_userid, which belongs to one contact only; null where WeCom is not the source
 */
public record Contact(
        ContactId id,
        CustomerId customerId,
        String name,
        @Nullable String externalUserId) {}
