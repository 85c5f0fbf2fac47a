package io.genjin.bot.inbox;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A claimed row: ours as long as {@code claim} stands in it, and nobody else's before {@code leaseUntil}.
 *
 * @param attempts that failed, or that ended with their lease because the process died
 * @param troubles times that it failed for reasons that passed
 * @param troubledSince when it first did, null when it never has
 */
record InboxItem(
        String id,
        String kind,
        String payload,
        int attempts,
        int troubles,
        @Nullable Instant troubledSince,
        String claim,
        Instant leaseUntil) {

    /** Whether half of a {@code lease} is over, so that it is better left to whoever has time. */
    boolean isOld(Instant now, Duration lease) {
        return now.isAfter(leaseUntil.minus(lease.dividedBy(2)));
    }
}
