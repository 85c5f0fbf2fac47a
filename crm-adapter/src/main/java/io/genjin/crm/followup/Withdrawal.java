package io.genjin.crm.followup;

/** How an attempt to take a follow-up back ended. */
public enum Withdrawal {
    DONE,
    /** Somebody else confirmed it. */
    NOT_YOURS,
    /** It was taken back before. */
    ALREADY_WITHDRAWN,
    /** A later follow-up or advance of the lead stands on it. */
    STOOD_ON
}
