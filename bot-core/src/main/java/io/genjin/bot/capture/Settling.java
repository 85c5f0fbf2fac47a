package io.genjin.bot.capture;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides what a draft shows its rep once its conversation has fallen silent. Joins the caller's transaction. */
@Component
class Settling {
    private final DraftStore drafts;
    private final CardDesk desk;
    private final WhoseCards whose;

    Settling(DraftStore drafts, CardDesk desk, WhoseCards whose) {
        this.drafts = drafts;
        this.desk = desk;
        this.whose = whose;
    }

    void settle(Draft draft) {
        if (!draft.isOpen() || draft.memberId() == null) {
            // Unowned drafts wait where administrators see them.
            return;
        }
        if (draft.customerId() == null) {
            whose.ask(draft);
            return;
        }
        if (draft.card() == null) {
            if (desk.mayShow(draft)) {
                desk.send(draft, null);
            }
            return;
        }
        Optional<DraftContent> shown = drafts.version(draft.id(), draft.shown());
        if (shown.isEmpty() || draft.content().decisivelyDiffersFrom(shown.get())) {
            desk.send(draft, "已更新");
        }
    }
}
