package io.genjin.crm.lead;

import io.genjin.crm.Yuan;
import io.genjin.crm.customer.ContactId;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.member.MemberId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One prospective deal.
 *
 * @param version grows by one with every change; a change names the version it was made from
 */
public record Lead(
        LeadId id,
        CustomerId customerId,
        @Nullable ContactId contactId,
        MemberId ownerId,
        StageId stageId,
        @Nullable NextContact nextContact,
        @Nullable String coreNeed,
        @Nullable Yuan expectedAmount,
        int version,
        Instant createdAt,
        Instant updatedAt) {
    /** The longest core need, in characters. */
    public static final int CORE_NEED_LIMIT = 500;

    public Lead {
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        updatedAt = updatedAt.truncatedTo(ChronoUnit.MILLIS);
        if (coreNeed != null && coreNeed.codePointCount(0, coreNeed.length()) > CORE_NEED_LIMIT) {
            throw new IllegalArgumentException("a core need has at most " + CORE_NEED_LIMIT + " characters");
        }
    }

    public Lead withCustomer(CustomerId other) {
        return new Lead(
                id,
                other,
                contactId,
                ownerId,
                stageId,
                nextContact,
                coreNeed,
                expectedAmount,
                version,
                createdAt,
                updatedAt);
    }

    public Lead withOwner(MemberId other) {
        return new Lead(
                id,
                customerId,
                contactId,
                other,
                stageId,
                nextContact,
                coreNeed,
                expectedAmount,
                version,
                createdAt,
                updatedAt);
    }

    public Lead withStage(StageId other) {
        return new Lead(
                id,
                customerId,
                contactId,
                ownerId,
                other,
                nextContact,
                coreNeed,
                expectedAmount,
                version,
                createdAt,
                updatedAt);
    }

    public Lead withNextContact(@Nullable NextContact other) {
        return new Lead(
                id,
                customerId,
                contactId,
                ownerId,
                stageId,
                other,
                coreNeed,
                expectedAmount,
                version,
                createdAt,
                updatedAt);
    }

    public Lead withCoreNeed(@Nullable String other) {
        return new Lead(
                id,
                customerId,
                contactId,
                ownerId,
                stageId,
                nextContact,
                other,
                expectedAmount,
                version,
                createdAt,
                updatedAt);
    }

    public Lead withExpectedAmount(@Nullable Yuan other) {
        return new Lead(
                id,
                customerId,
                contactId,
                ownerId,
                stageId,
                nextContact,
                coreNeed,
                other,
                version,
                createdAt,
                updatedAt);
    }
}
