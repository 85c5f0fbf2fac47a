package io.genjin.sandbox.wecom.world;

import java.util.List;

/** A tag of the contacts with its members (doc 90213). */
public record Tag(int id, String name, List<String> userIds) {
    /** Keeps an unmodifiable copy. */
    public Tag {
        userIds = List.copyOf(userIds);
    }
}
