package io.genjin.cards;

import java.util.regex.Pattern;

/**
 * The name under which WeCom knows a card and its taps. An application uses each only once, for ever: a second card
 * with it is refused with 42014 (doc 90236).
 *
 * @param value 1 to 128 of {@code [0-9A-Za-z_@-]}
 */
public record TaskId(String value) {
    private static final Pattern ALLOWED = Pattern.compile("[0-9A-Za-z_@-]{1," + Limits.TASK_ID_BYTES + "}");

    public TaskId {
        value = Checks.matching("task_id", value, ALLOWED, "1 to " + Limits.TASK_ID_BYTES + " of [0-9A-Za-z_@-]");
    }

    @Override
    public String toString() {
        return value;
    }
}
