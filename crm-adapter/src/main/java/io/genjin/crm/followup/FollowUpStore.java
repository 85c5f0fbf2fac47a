package io.genjin.crm.followup;

import io.genjin.crm.NoSuchRecord;
import io.genjin.crm.Slice;
import io.genjin.crm.lead.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The follow-ups as they are kept; {@link FollowUps} decides. All calls join the caller's transaction. */
public interface FollowUpStore {
    Optional<FollowUp> find(FollowUpId id);

    /** @throws NoSuchRecord when there is none */
    default FollowUp require(FollowUpId id) {
        return find(id).orElseThrow(() -> new NoSuchRecord(id));
    }

    /** The one that this draft became, withdrawn or not. */
    Optional<FollowUp> byDraft(String draftId);

    /** The newest first, with those taken back. */
    List<FollowUp> ofLead(LeadId lead);

    /** The newest first. */
    Slice<FollowUp> page(FollowUpFilter filter, @Nullable String cursor, int limit);

    /** Keeps a new one, unless its draft has become one already: that one is given back, and nothing written. */
    Optional<FollowUp> insert(FollowUp followUp);

    /** @return whether this call was the one that took it back */
    boolean markWithdrawn(FollowUpId id, Instant now);

    /** Whether one that counts was recorded on the same lead after this one. */
    boolean hasLater(FollowUp followUp);
}
