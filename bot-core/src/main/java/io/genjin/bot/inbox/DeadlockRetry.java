package io.genjin.bot.inbox;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/** Runs a short statement again that the database made a deadlock's victim; the other side has had its turn by then. */
final class DeadlockRetry {
    private static final int TRIES = 5;

    private DeadlockRetry() {}

    static <T extends @Nullable Object> T run(Supplier<T> statement) {
        for (int tries = 1; ; tries++) {
            try {
                return statement.get();
            } catch (ConcurrencyFailureException victim) {
                if (tries == TRIES) {
                    throw victim;
                }
            }
        }
    }
}
