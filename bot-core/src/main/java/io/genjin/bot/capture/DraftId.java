package io.genjin.bot.capture;

import io.genjin.crm.Ids;

/** Names one draft; also the {@code draftId} of the follow-up that it becomes. */
public record DraftId(String value) {
    public DraftId {
        Ids.checked(value);
    }

    static DraftId next() {
        return new DraftId(Ids.next());
    }
}
