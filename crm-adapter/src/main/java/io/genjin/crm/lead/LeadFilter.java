package io.genjin.crm.lead;

import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.member.MemberId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which leads a list shows.
 *
 * @param ownerIds null for everybody's; an empty set finds nothing
 * @param customerId null for every customer
 * @param stageId null for every stage
 */
public record LeadFilter(
        @Nullable Set<MemberId> ownerIds,
        @Nullable CustomerId customerId,
        @Nullable StageId stageId,
        boolean openOnly) {
    public LeadFilter {
        ownerIds = ownerIds == null ? null : Set.copyOf(ownerIds);
    }

    public static LeadFilter all() {
        return new LeadFilter(null, null, null, false);
    }

    public static LeadFilter openOf(MemberId owner) {
        return new LeadFilter(Set.of(owner), null, null, true);
    }
}
