package io.genjin.bot.outbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pushes that were given up, for whoever decides what becomes of them. Joins the caller's transaction. */
public interface DeadPushes {

    /**
     * A push that was given up. Holds nothing of what it says.
     *
     * @param id its id; sorts by the time it was written
     * @param kind SEND, UPDATE, RECALL or OUTLET
     * @param recipient {@code member:{id}}, {@code chat:{chatid}}, {@code robot:{id}} or {@code outlet:{name}}
     * @param lane the lane it waited in
     * @param reason why it was given up: endpoint and errcode, or how long it failed
     * @param attempts how many were made
     * @param createdAt when it was written
     * @param givenUpAt when it was given up
     */
    record DeadPush(
            String id,
            String kind,
            String recipient,
            String lane,
            String reason,
            int attempts,
            Instant createdAt,
            Instant givenUpAt) {}

    /**
     * The oldest first.
     *
     * @param limit at most so many, 1 to 500
     * @param afterId the last id of the page before; null for the first page
     */
    List<DeadPush> list(int limit, @Nullable String afterId);

    /**
     * Sends it once more, before everything that waits in its lane, unless something later has made it pointless; it may
     * fail again for as long as a new push may. What of it may have arrived is remembered, so that it is not shown twice.
     *
     * @param by who says so, at most 100 characters; kept with the push
     * @return false when there is no such dead push (any more)
     */
    boolean replay(String id, String by);

    /**
     * Gives it up for ever; its row stays until retention takes it.
     *
     * @param by who says so, at most 100 characters; kept with the push
     * @return false when there is no such dead push (any more)
     */
    boolean discard(String id, String by);
}
