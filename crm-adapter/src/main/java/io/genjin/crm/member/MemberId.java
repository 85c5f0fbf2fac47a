package io.genjin.crm.member;

import io.genjin.crm.Ids;

/** Names one member, whatever userid WeCom gives them. */
public record MemberId(String value) {
    /** @throws IllegalArgumentException when it does not have the shape of an id */
    public MemberId {
        Ids.checked(value);
    }

    public static MemberId next() {
        return new MemberId(Ids.next());
    }
}
