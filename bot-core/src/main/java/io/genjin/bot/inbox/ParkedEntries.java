package io.genjin.bot.inbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries that were given up, for whoever decides what becomes of them. Joins the caller's transaction. */
public interface ParkedEntries {

    /**
     * An entry that was given up. Holds nothing of what it says.
     *
     * @param id its id; sorts by the time it came
     * @param kind the simple name of its payload, such as {@code MemberText}
     * @param reason why it was given up: the type of the last exception
     * @param attempts how many were made
     * @param receivedAt when it came
     * @param parkedAt when it was given up
     */
    record ParkedEntry(String id, String kind, String reason, int attempts, Instant receivedAt, Instant parkedAt) {}

    /**
     * The oldest first.
     *
     * @param limit at most so many, 1 to 501
     * @param afterId the last id of the page before; null for the first page
     */
    List<ParkedEntry> list(int limit, @Nullable String afterId);

    /**
     * Handles it once more, with all attempts before it.
     *
     * @param by who says so, at most 100 characters; kept with the entry
     * @return false when there is no such parked entry (any more)
     */
    boolean replay(String id, String by);

    /** {@link #replay} for all that are parked now; how many they were. */
    int replayAll(String by);

    /**
     * Gives it up for ever; its row stays until retention takes it, so that a repeat is still recognised.
     *
     * @param by who says so, at most 100 characters; kept with the entry
     * @return false when there is no such parked entry (any more)
     */
    boolean discard(String id, String by);
}
