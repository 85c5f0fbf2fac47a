package io.genjin.crm.outlet;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an outside CRM made of a record. */
public sealed interface PushOutcome {
    <T> T fold(Function<Accepted, T> accepted, Function<Later, T> later, Function<Refused, T> refused);

    /** It has the record now; {@code outsideId} is what it calls it, when it says so. */
    record Accepted(@Nullable String outsideId) implements PushOutcome {
        @Override
        public <T> T fold(Function<Accepted, T> accepted, Function<Later, T> later, Function<Refused, T> refused) {
            return accepted.apply(this);
        }
    }

    /** It may take the same record at another time. */
    record Later(String why) implements PushOutcome {
        @Override
        public <T> T fold(Function<Accepted, T> accepted, Function<Later, T> later, Function<Refused, T> refused) {
            return later.apply(this);
        }
    }

    /** It will never take this record as it is. */
    record Refused(String why) implements PushOutcome {
        @Override
        public <T> T fold(Function<Accepted, T> accepted, Function<Later, T> later, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }
}
