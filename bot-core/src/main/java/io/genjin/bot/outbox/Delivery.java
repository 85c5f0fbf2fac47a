package io.genjin.bot.outbox;

import java.util.Optional;
import java.util.function.Function;

/** How one attempt ended. */
public sealed interface Delivery {

    <T> T fold(
            Function<Sent, T> sent,
            Function<Later, T> later,
            Function<Refused, T> refused,
            Function<Dropped, T> dropped);

    /** It is out. {@code confirmed} is false when only a repeat told us so, and the answer's codes were lost. */
    record Sent(Optional<String> msgId, Optional<String> responseCode, boolean confirmed) implements Delivery {
        @Override
        public <T> T fold(
                Function<Sent, T> sent,
                Function<Later, T> later,
                Function<Refused, T> refused,
                Function<Dropped, T> dropped) {
            return sent.apply(this);
        }
    }

    /** Not now. {@code uncertain} when the attempt may have arrived all the same. */
    record Later(String why, boolean uncertain) implements Delivery {
        @Override
        public <T> T fold(
                Function<Sent, T> sent,
                Function<Later, T> later,
                Function<Refused, T> refused,
                Function<Dropped, T> dropped) {
            return later.apply(this);
        }
    }

    /** It will never succeed. */
    record Refused(String why) implements Delivery {
        @Override
        public <T> T fold(
                Function<Sent, T> sent,
                Function<Later, T> later,
                Function<Refused, T> refused,
                Function<Dropped, T> dropped) {
            return refused.apply(this);
        }
    }

    /** Nothing is left to do: what it was about is gone. */
    record Dropped(String why) implements Delivery {
        @Override
        public <T> T fold(
                Function<Sent, T> sent,
                Function<Later, T> later,
                Function<Refused, T> refused,
                Function<Dropped, T> dropped) {
            return dropped.apply(this);
        }
    }
}
