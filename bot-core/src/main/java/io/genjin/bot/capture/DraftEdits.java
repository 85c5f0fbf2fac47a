package io.genjin.bot.capture;

import io.genjin.crm.Yuan;
import io.genjin.crm.lead.NextContact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a follow-up as somebody confirms them. The stage is not among them: advancing asks questions of its own.
 *
 * @param nextContact null where none is set
 * @param undecided 暂不定: the lead loses the next contact that it has
 */
record DraftEdits(
        String customerName,
        @Nullable NextContact nextContact,
        boolean undecided,
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
        return of(content, chosen, chosen == null);
    }

    /** The draft as a list showed it, where nobody was asked about the next contact. */
    static DraftEdits asListed(DraftContent content) {
        return of(content, null, false);
    }

    private static DraftEdits of(DraftContent content, @Nullable NextContact chosen, boolean undecided) {
        return new DraftEdits(
                content.customerName(),
                chosen,
                undecided,
                content.coreNeed(),
                content.keyPoints(),
                content.objection(),
                content.nextAction(),
                content.amount());
    }

    /** Whether anything but the next contact, which the card itself offers, was changed. */
    boolean changes(DraftContent content) {
        return !equals(of(content, nextContact, undecided));
    }
}
