package io.genjin.nlp.screen;

import io.genjin.nlp.Intent;
import org.jspecify.annotations.Nullable;

/**
 * What a key of the automaton stands for.
 *
 * @param intent of a WORD or OTHER_SENSE, else null
 * @param rule index of the rule that a CUE wakes, else -1
 */
public record Trigger(Kind kind, @Nullable Intent intent, int rule) {
    /** Why a key is in the automaton. */
    public enum Kind {
        /** A lexicon keyword. */
        WORD,
        /** A longer word in which a keyword means something else. */
        OTHER_SENSE,
        /** Wakes one pattern rule. */
        CUE,
        COMPETITOR,
        NOT_RIVAL,
        /** A sign that an amount may be written. */
        NUMBER,
        /** A sign that a day or hour may be written. */
        TIME,
        /** A sign of an objection. */
        OBJECTION
    }

    /** A trigger that belongs to no intent and no rule. */
    public static Trigger of(Kind kind) {
        return new Trigger(kind, null, -1);
    }
}
