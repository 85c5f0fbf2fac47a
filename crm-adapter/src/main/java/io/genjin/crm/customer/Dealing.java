package io.genjin.crm.customer;

import java.time.Instant;

/** That a rep dealt with a customer, and when last. */
public record Dealing(Customer customer, Instant lastAt) {}
