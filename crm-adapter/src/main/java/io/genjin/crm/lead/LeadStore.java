package io.genjin.crm.lead;

import io.genjin.crm.NoSuchRecord;
import io.genjin.crm.Slice;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.member.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The leads. Open means: in a stage of kind OPEN. All calls join the caller's transaction. */
public interface LeadStore {
    Optional<Lead> find(LeadId id);

    /** @throws NoSuchRecord when there is none */
    default Lead require(LeadId id) {
        return find(id).orElseThrow(() -> new NoSuchRecord(id));
    }

    /** Those of these that exist, in no particular order. */
    List<Lead> findAll(Collection<LeadId> ids);

    /**
     * The lead as it is now, held until the caller's transaction ends; empty when there is none. Fails outside of a
     * transaction.
     */
    Optional<Lead> lock(LeadId id);

    /** A new lead; its owner counts as having dealt with the customer. */
    default Lead create(NewLead lead, Instant now) {
        return create(LeadId.next(), lead, now);
    }

    /** The same under an id that was made before, to be named in something that is written first. */
    Lead create(LeadId id, NewLead lead, Instant now);

    /**
     * Writes everything that may change (customer, contact, owner, stage, next contact, core need, amount) if nobody
     * changed the lead since; the version grows by one, whatever {@code changed} says.
     *
     * @return false when the lead has another version by now, or is gone; nothing was written then
     */
    boolean update(Lead changed, int expectedVersion, Instant now);

    /** The open lead that was created last. */
    Optional<Lead> newestOpenOf(CustomerId customer, MemberId owner);

    /** The open lead that was created last, whoever owns it. */
    Optional<Lead> newestOpenOf(CustomerId customer);

    /** The newest first. */
    Slice<Lead> page(LeadFilter filter, @Nullable String cursor, int limit);

    /**
     * Removes a lead if it still has this version and nothing hangs on it: no risk, and nothing that a
     * {@link LeadTie} knows of.
     *
     * @return whether it was removed
     */
    boolean deleteIfNothingHangsOnIt(LeadId id, int expectedVersion);

    /**
     * @return false when a risk of this kind and moment is noted already
     * @throws NoSuchRecord when there is no such lead
     */
    boolean addRisk(LeadId id, RiskKind kind, String words, Instant at);

    /** The newest first. */
    List<LeadRisk> risksOf(LeadId id);
}
