package io.genjin.bot.capture;

import org.springframework.stereotype.Component;

/** Decides what a draft shows its rep once its conversation has fallen silent. Joins the caller's transaction. */
@Component
class Settling {
    private final CardDue due;
    private final Gathering gathering;
    private final WhoseCards whose;

    Settling(CardDue due, Gathering gathering, WhoseCards whose) {
        this.due = due;
        this.gathering = gathering;
        this.whose = whose;
    }

    void settle(Draft draft) {
        if (!draft.isOpen() || draft.memberId() == null) {
            // Unowned drafts wait where administrators see them.
            return;
        }
        if (draft.customerId() == null) {
            whose.ask(draft);
        } else if (due.of(draft)) {
            gathering.ready(draft);
        }
    }
}
