package io.genjin.bot.inbox;

/**
 * Something to keep.
 *
 * @param key recognises a repeat, at most 190 ASCII characters
 * @param order entries of one order are handled one after the other, in the order in which they came; at most 190
 * @param payload a record that Jackson can write and read back; its simple class name is the entry's kind
 */
public record InboxEntry(String key, String order, Object payload) {
    private static final int MAX = 190;

    public InboxEntry {
        if (key.isEmpty() || key.length() > MAX) {
            throw new IllegalArgumentException("key: 1 to " + MAX + " characters");
        }
        if (order.isEmpty() || order.length() > MAX) {
            throw new IllegalArgumentException("order: 1 to " + MAX + " characters");
        }
    }

    public String kind() {
        return payload.getClass().getSimpleName();
    }
}
