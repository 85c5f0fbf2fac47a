package io.genjin.nlp;

/** Whose words a message holds. */
public enum Speaker {
    CUSTOMER,
    REP
}
