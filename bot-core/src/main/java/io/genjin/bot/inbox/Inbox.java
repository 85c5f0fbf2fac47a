package io.genjin.bot.inbox;

import java.util.List;

/** Where everything that reaches us is kept before anybody acts on it. */
public interface Inbox {

    /**
     * Keeps {@code entry} and returns when it is committed; a repeat is a no-op. Many callers share one commit.
     *
     * @throws InboxBusy when it could not be committed in time
     */
    void keep(InboxEntry entry);

    /**
     * Keeps {@code entries} in the caller's transaction, so that a source's cursor can move with what it read.
     *
     * @return how many were new
     */
    int keepAll(List<InboxEntry> entries);
}
