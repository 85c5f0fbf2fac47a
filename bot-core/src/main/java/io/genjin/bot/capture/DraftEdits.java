package io.genjin.bot.capture;

import io.genjin.crm.Yuan;
import io.genjin.crm.lead.NextContact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a follow-up as somebody confirms them. The stage is not among them: advancing asks questions of its own.
 *
 * @param nextContact null for 暂不定
 */
record DraftEdits(
        String customerName,
        @Nullable NextContact nextContact,
        String coreNeed,
        List<String> keyPoints,
        String objection,
        String nextAction,
        @Nullable Yuan amount) {
    DraftEdits {
        keyPoints = List.copyOf(keyPoints);
    }

    /** The draft as it is, with the chosen next contact. */
    static DraftEdits asShown(DraftContent content, @Nullable NextContact chosen) {
        return new DraftEdits(
                content.customerName(),
                chosen,
                content.coreNeed(),
                content.keyPoints(),
                content.objection(),
                content.nextAction(),
                content.amount());
    }

    /** Whether anything but the next contact, which the card itself offers, was changed. */
    boolean changes(DraftContent content) {
        return !equals(asShown(content, nextContact));
    }
}
