package io.genjin.bot.inbox;

import java.time.Instant;

/**
 * A claimed row: ours as long as {@code claim} stands in it, and nobody else's before {@code leaseUntil}.
 *
 * @param attempts that failed, or that ended with their lease because the process died
 * @param troubles times that it failed for reasons that passed
 */
record InboxItem(
        String id, String kind, String payload, int attempts, int troubles, String claim, Instant leaseUntil) {}
