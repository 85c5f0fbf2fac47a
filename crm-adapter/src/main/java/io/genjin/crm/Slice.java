package io.genjin.crm;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One part of a longer list. {@code nextCursor} is what to ask with for the following part, null at the end; it is
 * opaque to callers.
 */
public record Slice<T>(List<T> items, @Nullable String nextCursor) {
    /** The most that one call gives, whatever was asked for. */
    public static final int MAX = 500;

    public Slice {
        items = List.copyOf(items);
    }

    /**
     * Cuts a slice from rows of which one more than {@code limit} was read: that one tells whether the list goes on.
     *
     * @param cursorOf what names an item as the last one seen
     */
    public static <T> Slice<T> cut(List<T> oneMoreThanLimit, int limit, Function<T, String> cursorOf) {
        if (oneMoreThanLimit.size() <= limit) {
            return new Slice<>(oneMoreThanLimit, null);
        }
        List<T> items = oneMoreThanLimit.subList(0, limit);
        return new Slice<>(items, cursorOf.apply(items.get(limit - 1)));
    }

    /** The limit that holds for a caller's wish: at least 1, at most {@link #MAX}. */
    public static int bounded(int limit) {
        return Math.max(1, Math.min(limit, MAX));
    }
}
