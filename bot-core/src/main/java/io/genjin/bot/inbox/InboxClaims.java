package io.genjin.bot.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** How a worker takes waiting rows for itself. Two workers never hold one row at a time. */
interface InboxClaims {

    /**
     * Up to {@code limit} due rows that are no suspects, none of {@code passedBy} and none behind an unfinished one of its
     * order; ours until {@code leaseUntil}.
     */
    List<InboxItem> claim(Set<String> passedBy, int limit, Instant now, Instant leaseUntil);

    /**
     * One due row whose lease ran out more than once, or none. It may be what kills its process: claimed together with
     * others, it would take them along until all are parked.
     */
    List<InboxItem> claimSuspect(Instant now, Instant leaseUntil);
}
