package io.genjin.bot.inbox;

import java.time.Instant;
import java.util.List;

/** How a worker takes waiting rows for itself. Two workers never hold one row at a time. */
interface InboxClaims {

    /** Up to {@code limit} due rows, none behind an unfinished one of its order; ours until {@code leaseUntil}. */
    List<InboxItem> claim(int limit, Instant now, Instant leaseUntil);
}
