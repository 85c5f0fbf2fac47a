package io.genjin.bot.customer;

import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.customer.Names;

/** Which names a customer can have, asked before one that a person typed is kept. */
public final class CustomerNames {
    /** Some characters unfold to many (㍿ to 株式会社) when names are compared. */
    private static final int FOLDED_LIMIT = 400;

    private CustomerNames() {}

    /** Whether {@link CustomerStore} takes it: something to read in it, and not too long. */
    public static boolean fits(String name) {
        String folded = Names.key(name);
        return !folded.isEmpty() && folded.length() <= FOLDED_LIMIT && length(name.strip()) <= CustomerStore.NAME_LIMIT;
    }

    /** The name, shortened to what fits. */
    static String cut(String name, int limit) {
        return length(name) <= limit ? name : name.substring(0, name.offsetByCodePoints(0, limit));
    }

    private static int length(String name) {
        return name.codePointCount(0, name.length());
    }
}
