package io.genjin.nlp;

/** Whether the speaker takes the step or refuses, cancels, defers or negates it. It is about the step, not the mood. */
public enum Polarity {
    POSITIVE,
    NEGATIVE
}
