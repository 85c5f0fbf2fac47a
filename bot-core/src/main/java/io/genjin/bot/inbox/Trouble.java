package io.genjin.bot.inbox;

import io.genjin.bot.platform.PassingTrouble;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Whose fault a failure is. */
final class Trouble {
    private Trouble() {}

    /** Whether it says nothing against the entry: WeCom or the database had a bad moment. */
    static boolean isPassing(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof PassingTrouble trouble) {
                return trouble.passing();
            }
            if (cause instanceof TransientDataAccessException || isDatabaseAway(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the database can't be reached, so that trying the neighbours at once is in vain. */
    static boolean isDatabaseAway(Throwable failed) {
        return failed instanceof DataAccessResourceFailureException
                || failed instanceof RecoverableDataAccessException
                || failed instanceof CannotCreateTransactionException
                || failed instanceof TransactionSystemException;
    }
}
