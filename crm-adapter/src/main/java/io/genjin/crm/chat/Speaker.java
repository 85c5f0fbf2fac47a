package io.genjin.crm.chat;

/** Whose words they are. */
public enum Speaker {
    CUSTOMER,
    REP
}
