package io.genjin.crm.member;

import java.util.Locale;

/** WeCom's userids: compared without case, so kept in lower case everywhere. */
public final class UserIds {
    /** The longest userid (user/create, doc 90195). */
    private static final int LIMIT = 64;

    private UserIds() {}

    /** The userid as we keep it. */
    public static String folded(String userId) {
        return userId.strip().toLowerCase(Locale.ROOT);
    }

    /** The same, once it is known to be one. @throws IllegalArgumentException when blank or too long */
    static String checked(String userId) {
        String folded = folded(userId);
        if (folded.isEmpty() || folded.length() > LIMIT) {
            throw new IllegalArgumentException("a userid has 1 to " + LIMIT + " characters");
        }
        return folded;
    }
}
