package io.genjin.crm.customer;

/** How much a customer matters, A first; an A customer that falls silent is one to rescue. */
public enum Level {
    A,
    B,
    C
}
