package io.genjin.nlp.screen;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What one pass over one message found. */
public final class Hits {
    /** A key of the automaton at a place in the normal text. */
    public record Hit(int start, int end, Trigger trigger) {
        /** True when this hit lies inside the other. */
        public boolean within(Hit other) {
            return start >= other.start && end <= other.end;
        }
    }

    private final Set<Trigger.Kind> kinds = EnumSet.noneOf(Trigger.Kind.class);
    private final BitSet rules = new BitSet();
    private final List<Hit> placed = new ArrayList<>();

    void add(int start, int end, Trigger trigger) {
        kinds.add(trigger.kind());
        switch (trigger.kind()) {
            case CUE -> rules.set(trigger.rule());
            case WORD, OTHER_SENSE, COMPETITOR, NOT_RIVAL -> placed.add(new Hit(start, end, trigger));
            case NUMBER, TIME, OBJECTION -> {
                // Their rules look for the place themselves.
            }
        }
    }

    public boolean isEmpty() {
        return kinds.isEmpty();
    }

    public boolean has(Trigger.Kind kind) {
        return kinds.contains(kind);
    }

    /** Hits of one kind, by where they end. */
    public List<Hit> of(Trigger.Kind kind) {
        return placed.stream().filter(h -> h.trigger().kind() == kind).toList();
    }

    /** Indexes of the rules that a cue has woken. */
    public BitSet rules() {
        return rules;
    }
}
