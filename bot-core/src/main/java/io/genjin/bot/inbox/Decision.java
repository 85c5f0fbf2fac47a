package io.genjin.bot.inbox;

import io.genjin.bot.inbox.InboxHandler.Effect;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a claimed entry.
 *
 * @param effect null when nobody handles it
 */
record Decision(InboxItem item, @Nullable Effect effect) {

    /** Whether ending the entry changes anything else. */
    boolean quiet() {
        return effect == null || effect == Effect.NONE;
    }

    @Nullable
    String note() {
        return effect == null ? "ignored: nobody handles it" : null;
    }

    void apply() {
        if (effect != null) {
            effect.apply();
        }
    }
}
