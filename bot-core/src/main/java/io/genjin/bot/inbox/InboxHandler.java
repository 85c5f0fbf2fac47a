package io.genjin.bot.inbox;

/**
 * What a feature does with one kind of entry.
 *
 * @param <P> the payload's record
 */
public interface InboxHandler<P> {

    Class<P> payload();

    /** Whether this handler is the one; the first that wants an entry gets it. */
    default boolean wants(P payload) {
        return true;
    }

    /**
     * Whether {@link #handle} may wait for somebody outside, such as WeCom. Entries of a kind that one handler calls out
     * for are handled by themselves; all others are decided on in batches and end together, so that a slow one would hold
     * its neighbours up.
     */
    default boolean callsOut() {
        return false;
    }

    /**
     * Decides, outside any transaction: may read and may call WeCom. What it returns is applied in one transaction with
     * the entry's end, so its effect happens exactly once; the decision itself may run again after a crash.
     */
    Effect handle(P payload);

    /** The change that a handler decided on. Runs in a transaction; makes no network call. */
    @FunctionalInterface
    interface Effect {
        Effect NONE = () -> {};

        void apply();
    }
}
