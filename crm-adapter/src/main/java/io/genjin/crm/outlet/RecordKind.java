package io.genjin.crm.outlet;

/** What kinds of records go out and come in. */
public enum RecordKind {
    CUSTOMER,
    CONTACT,
    LEAD,
    FOLLOW_UP
}
