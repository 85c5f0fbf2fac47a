package io.genjin.crm.followup;

import io.genjin.crm.customer.Customer;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.customer.Names;
import io.genjin.crm.lead.Lead;
import io.genjin.crm.lead.LeadId;
import io.genjin.crm.lead.LeadMatcher;
import io.genjin.crm.lead.LeadStore;
import io.genjin.crm.lead.NewLead;
import io.genjin.crm.lead.PipelineStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a confirmed draft becomes a follow-up. All is decided on locked rows before anything is written, and the follow-up
 * itself is written first: its draft is unique, so whoever comes second has changed nothing yet.
 */
class Recording {
    private final FollowUpStore store;
    private final LeadStore leads;
    private final LeadMatcher matcher;
    private final PipelineStore pipeline;
    private final CustomerStore customers;
    private final ContactMoves moves;

    Recording(
            FollowUpStore store,
            LeadStore leads,
            LeadMatcher matcher,
            PipelineStore pipeline,
            CustomerStore customers,
            ContactMoves moves) {
        this.store = store;
        this.leads = leads;
        this.matcher = matcher;
        this.pipeline = pipeline;
        this.customers = customers;
        this.moves = moves;
    }

    FollowUp record(NewFollowUp draft, Instant now) {
        Optional<FollowUp> earlier = store.byDraft(draft.draftId());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Naming naming = naming(draft);
        lockAll(draft.customerId(), naming.target());
        @Nullable Lead before = leadOf(draft, naming).orElse(null);
        Lead after = withFields(before == null ? fresh(draft, naming, now) : before, draft.fields(), naming);
        FollowUp followUp = followUp(draft, before, after, naming, now);
        Optional<FollowUp> meanwhile = store.insert(followUp);
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        write(draft, before, after, naming, now);
        return followUp;
    }

    /** A name that is already known means that customer; any other is a new name for the draft's own. */
    private Naming naming(NewFollowUp draft) {
        Customer own = customers.require(draft.customerId());
        String name = draft.fields().customerName();
        if (name == null || name.isBlank() || name.strip().equals(own.name())) {
            return new Naming(own.id(), own.name(), null, name != null);
        }
        Optional<Customer> known = customers.findByName(name);
        boolean isSpelling = known.isPresent() && Names.key(own.name()).equals(Names.key(name));
        return known.isEmpty() || isSpelling
                ? new Naming(own.id(), own.name(), name.strip(), true)
                : new Naming(known.get().id(), own.name(), null, true);
    }

    private void lockAll(CustomerId one, CustomerId other) {
        Stream.of(one, other)
                .map(CustomerId::value)
                .distinct()
                .sorted()
                .forEach(id -> customers.lock(new CustomerId(id)));
    }

    private Optional<Lead> leadOf(NewFollowUp draft, Naming naming) {
        return Optional.ofNullable(draft.leadId()).flatMap(leads::lock).or(() -> matched(draft, naming)
                .flatMap(leads::lock));
    }

    private Optional<LeadId> matched(NewFollowUp draft, Naming naming) {
        return matcher.match(naming.target(), draft.memberId())
                .fold(
                        own -> Optional.of(own.lead().id()),
                        other -> Optional.of(other.lead().id()),
                        fresh -> Optional.empty());
    }

    private Lead fresh(NewFollowUp draft, Naming naming, Instant now) {
        return NewLead.inStage(pipeline.current().first().id(), naming.target(), draft.contactId(), draft.memberId())
                .toLead(LeadId.next(), now);
    }

    private Lead withFields(Lead lead, LeadFields fields, Naming naming) {
        Lead changed = naming.said() ? lead.withCustomer(naming.target()) : lead;
        if (fields.stageId() != null) {
            changed = changed.withStage(
                    pipeline.current().require(fields.stageId()).id());
        }
        if (fields.undecided() || fields.nextContact() != null) {
            changed = changed.withNextContact(fields.nextContact());
        }
        if (fields.coreNeed() != null) {
            changed = changed.withCoreNeed(fields.coreNeed());
        }
        return fields.expectedAmount() == null ? changed : changed.withExpectedAmount(fields.expectedAmount());
    }

    private static FollowUp followUp(NewFollowUp draft, @Nullable Lead before, Lead after, Naming naming, Instant now) {
        List<FieldChange> changes = new ArrayList<>(FieldValues.between(before, after));
        if (before == null && !naming.target().equals(draft.customerId())) {
            changes.add(new FieldChange(
                    LeadField.CUSTOMER,
                    draft.customerId().value(),
                    naming.target().value()));
        }
        if (naming.newName() != null) {
            changes.add(new FieldChange(LeadField.CUSTOMER_NAME, naming.oldName(), naming.newName()));
        }
        return draft.toFollowUp(FollowUpId.next(), after.id(), changes, before == null, now);
    }

    private void write(NewFollowUp draft, @Nullable Lead before, Lead after, Naming naming, Instant now) {
        if (before == null) {
            leads.create(after.id(), NewLead.like(after), now);
        } else {
            must(leads.update(after, before.version(), now), "a locked lead was changed");
        }
        if (naming.newName() != null) {
            must(customers.rename(draft.customerId(), naming.newName(), now), "the name was taken meanwhile");
        }
        if (!naming.target().equals(draft.customerId())) {
            moves.move(draft.threadId(), after, draft.customerId(), naming.target(), now);
        }
        customers.dealtWith(after.customerId(), draft.memberId(), now);
    }

    /** What can't be or comes from a race that the caller's transaction loses; it is rolled back and tried again. */
    private static void must(boolean done, String otherwise) {
        if (!done) {
            throw new IllegalStateException(otherwise);
        }
    }

    /**
     * Whose lead it is by the name on the draft.
     *
     * @param newName what the draft's customer is to be called from now on, null for no change
     * @param said whether the draft says a name at all
     */
    private record Naming(
            CustomerId target, String oldName, @Nullable String newName, boolean said) {}
}
