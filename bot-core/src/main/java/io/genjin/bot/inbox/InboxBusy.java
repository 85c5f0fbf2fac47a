package io.genjin.bot.inbox;

/** The entry is not kept: the database did not take it in time. Whoever sent it must send it again. */
public final class InboxBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InboxBusy(String message) {
        super(message);
    }
}
