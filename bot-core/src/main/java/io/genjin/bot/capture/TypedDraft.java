package io.genjin.bot.capture;

import org.jspecify.annotations.Nullable;

/** The form's raw fields; a field that the browser left out is empty. */
record TypedDraft(
        @Nullable String customerName,
        @Nullable String day,
        @Nullable String time,
        @Nullable String coreNeed,
        @Nullable String keyPoints,
        @Nullable String objection,
        @Nullable String nextAction,
        @Nullable String amount) {

    DraftForm form() {
        return new DraftForm(
                or(customerName),
                or(day),
                or(time),
                or(coreNeed),
                or(keyPoints),
                or(objection),
                or(nextAction),
                or(amount));
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
