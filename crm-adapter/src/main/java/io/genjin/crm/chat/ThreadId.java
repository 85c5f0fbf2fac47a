package io.genjin.crm.chat;

import io.genjin.crm.Ids;

/** Names one conversation. */
public record ThreadId(String value) {
    /** @throws IllegalArgumentException when it does not have the shape of an id */
    public ThreadId {
        Ids.checked(value);
    }

    public static ThreadId next() {
        return new ThreadId(Ids.next());
    }
}
