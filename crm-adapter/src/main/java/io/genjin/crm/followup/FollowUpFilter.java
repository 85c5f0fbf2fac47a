package io.genjin.crm.followup;

import io.genjin.crm.lead.LeadId;
import io.genjin.crm.member.MemberId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which follow-ups a list shows.
 *
 * @param leadId null for every lead
 * @param memberIds null for everybody's; an empty set finds nothing
 * @param since those recorded at or after this moment; null for all
 * @param withdrawnToo whether those taken back are shown
 */
public record FollowUpFilter(
        @Nullable LeadId leadId,
        @Nullable Set<MemberId> memberIds,
        @Nullable Instant since,
        boolean withdrawnToo) {
    public FollowUpFilter {
        memberIds = memberIds == null ? null : Set.copyOf(memberIds);
    }

    public static FollowUpFilter all() {
        return new FollowUpFilter(null, null, null, false);
    }
}
