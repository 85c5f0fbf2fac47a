package io.genjin.bot.platform;

import java.time.Instant;

/** A table from which rows are taken once nothing needs them any more. */
public interface Pruned {

    /** The table's name. */
    String table();

    /**
     * Deletes some of the rows that are old enough, found by an index, in a transaction short enough to hold nobody up.
     *
     * @param limit at most so many
     * @return how many; fewer than {@code limit} when no more are old enough
     */
    int prune(Instant now, int limit);
}
