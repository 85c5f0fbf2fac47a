package io.genjin.crm.chat;

/** Whether the speaker goes for the step, or refuses, cancels or defers it. */
public enum SignalPolarity {
    POSITIVE,
    NEGATIVE
}
