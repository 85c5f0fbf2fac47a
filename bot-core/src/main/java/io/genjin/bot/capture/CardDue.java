package io.genjin.bot.capture;

import io.genjin.bot.platform.BusinessTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a draft is owed a new card: it has none, or one on which the rep would act otherwise by now. */
@Component
class CardDue {
    private final DraftStore drafts;
    private final ShownCards shown;
    private final CaptureProperties properties;
    private final InstantSource clock;

    CardDue(DraftStore drafts, ShownCards shown, CaptureProperties properties, InstantSource clock) {
        this.drafts = drafts;
        this.shown = shown;
        this.properties = properties;
        this.clock = clock;
    }

    /** False also where the conversation has made all its cards of the day: the draft then waits in 我的草稿. */
    boolean of(Draft draft) {
        boolean showable = draft.isOpen() && draft.memberId() != null && draft.customerId() != null;
        return showable && (draft.card() == null || differs(draft)) && belowTheCap(draft);
    }

    private boolean differs(Draft draft) {
        if (draft.version() == draft.shown()) {
            return false;
        }
        Optional<DraftContent> seen = drafts.version(draft.id(), draft.shown());
        return seen.isEmpty() || draft.content().decisivelyDiffersFrom(seen.get());
    }

    private boolean belowTheCap(Draft draft) {
        Instant today = BusinessTime.instant(BusinessTime.dayOf(clock.instant()), LocalTime.MIDNIGHT);
        return shown.sentSince(draft.threadId(), today) < properties.cardsADay();
    }
}
