package io.genjin.cards;

/**
 * A message broke a limit that WeCom enforces, or cuts at without telling. It is thrown when the object is made, so
 * nothing wrong reaches the outbox. Field and limit are named; the offending text is not, since it may be a
 * customer's.
 */
public final class CardLimitException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String limit;

    CardLimitException(String field, String limit) {
        super(field + ": " + limit);
        this.field = field;
        this.limit = limit;
    }

    /**
     * The field in WeCom's words, such as {@code button_list[2].key}. An index is empty ({@code button_list[].key})
     * where the block was made on its own, before it had a place in a list.
     */
    public String field() {
        return field;
    }

    /** The limit in words, such as {@code at most 1024 UTF-8 bytes, is 1030}. */
    public String limit() {
        return limit;
    }

    /** The same fault, once the place in the list is known. */
    CardLimitException at(int index) {
        return new CardLimitException(field.replaceFirst("\\[]", "[" + index + "]"), limit);
    }
}
