package io.genjin.bot.capture;

import io.genjin.bot.wecom.Callback.CardTap;
import io.genjin.crm.Ids;
import java.util.Optional;

/** A tap on a draft's card, as its key says it: what, on which draft, at which version. */
record DraftTap(Action action, DraftId draft, int version) {

    enum Action {
        CONFIRM(CaptureCards.CONFIRM),
        IGNORE(CaptureCards.IGNORE),
        UNDO(CaptureCards.UNDO);

        private final String prefix;

        Action(String prefix) {
            this.prefix = prefix;
        }
    }

    /** Empty when the key is none of ours. */
    static Optional<DraftTap> read(CardTap tap) {
        for (Action action : Action.values()) {
            if (tap.key().startsWith(action.prefix)) {
                String[] parts = tap.key().substring(action.prefix.length()).split(":", -1);
                boolean versioned = action != Action.UNDO;
                if (parts.length != (versioned ? 2 : 1) || !Ids.isId(parts[0])) {
                    return Optional.empty();
                }
                if (versioned && !parts[1].matches("\\d{1,9}")) {
                    return Optional.empty();
                }
                return Optional.of(
                        new DraftTap(action, new DraftId(parts[0]), versioned ? Integer.parseInt(parts[1]) : 0));
            }
        }
        return Optional.empty();
    }
}
