package io.genjin.bot.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The parameter {@code since} of lists: a moment that the database can hold, or nothing. */
public final class ApiSince {
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    private ApiSince() {}

    /** @throws ApiRefused naming the parameter when no year from 1970 to 2099 is meant */
    public static @Nullable Instant read(@Nullable OffsetDateTime since) {
        if (since == null) {
            return null;
        }
        Instant at = since.toInstant();
        if (at.isBefore(FIRST) || !at.isBefore(LAST)) {
            throw new ApiRefused("since", "须在 1970 到 2099 年之间");
        }
        return at;
    }
}
