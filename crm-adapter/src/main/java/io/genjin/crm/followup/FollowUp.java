package io.genjin.crm.followup;

import io.genjin.crm.Yuan;
import io.genjin.crm.chat.SignalIntent;
import io.genjin.crm.chat.ThreadId;
import io.genjin.crm.lead.LeadId;
import io.genjin.crm.member.MemberId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rep confirmed; see {@link NewFollowUp} for the fields that come from the draft.
 *
 * @param leadId the lead; it may be gone once the follow-up that created it was withdrawn
 * @param changes what it changed, with the values before and after
 * @param leadCreated whether it made its lead
 * @param withdrawnAt when it was taken back; it is kept then, and left out of every figure
 */
public record FollowUp(
        FollowUpId id,
        LeadId leadId,
        MemberId memberId,
        @Nullable ThreadId threadId,
        Set<SignalIntent> intents,
        List<String> keyPoints,
        @Nullable String objection,
        @Nullable String nextAction,
        String quote,
        @Nullable Yuan amount,
        String draftId,
        List<FieldChange> changes,
        boolean leadCreated,
        Instant recordedAt,
        @Nullable Instant withdrawnAt) {
    public FollowUp {
        intents = Set.copyOf(intents);
        keyPoints = List.copyOf(keyPoints);
        changes = List.copyOf(changes);
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }
}
