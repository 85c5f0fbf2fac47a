package io.genjin.crm.chat;

import io.genjin.crm.Ids;

/** Names one message of a conversation. */
public record MessageId(String value) {
    /** @throws IllegalArgumentException when it does not have the shape of an id */
    public MessageId {
        Ids.checked(value);
    }

    public static MessageId next() {
        return new MessageId(Ids.next());
    }
}
