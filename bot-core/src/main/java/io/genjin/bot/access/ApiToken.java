package io.genjin.bot.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token of the open API, without its secret.
 *
 * @param id its digest
 * @param madeAt null for one of {@code genjin.api.tokens}
 * @param usedAt to the minute; null when it never was
 */
record ApiToken(
        String id,
        String name,
        Set<Scope> scopes,
        @Nullable Instant madeAt,
        @Nullable Instant usedAt) {
    ApiToken {
        scopes = Set.copyOf(scopes);
    }

    /** Whether it was made on the page, and so can be removed there. */
    public boolean made() {
        return madeAt != null;
    }

    ApiToken used(@Nullable Instant at) {
        return new ApiToken(id, name, scopes, madeAt, at);
    }
}
