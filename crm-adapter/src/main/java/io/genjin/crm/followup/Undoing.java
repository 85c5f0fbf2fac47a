package io.genjin.crm.followup;

import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.lead.Lead;
import io.genjin.crm.lead.LeadStore;
import io.genjin.crm.lead.LeadTie;
import io.genjin.crm.member.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a follow-up is taken back. It takes its locks in the same order as {@link Recording}: customer, then lead. */
class Undoing {
    private final FollowUpStore store;
    private final LeadStore leads;
    private final CustomerStore customers;
    private final ContactMoves moves;
    private final List<LeadTie> ties;

    Undoing(FollowUpStore store, LeadStore leads, CustomerStore customers, ContactMoves moves, List<LeadTie> ties) {
        this.store = store;
        this.leads = leads;
        this.customers = customers;
        this.moves = moves;
        this.ties = List.copyOf(ties);
    }

    Withdrawal withdraw(FollowUpId id, MemberId by, Instant now) {
        FollowUp followUp = store.require(id);
        if (!followUp.memberId().equals(by)) {
            return Withdrawal.NOT_YOURS;
        }
        Optional<Lead> lead = locked(followUp);
        if (followUp.isWithdrawn()) {
            return Withdrawal.ALREADY_WITHDRAWN;
        }
        if (isStoodOn(followUp)) {
            return Withdrawal.STOOD_ON;
        }
        if (!store.markWithdrawn(id, now)) {
            return Withdrawal.ALREADY_WITHDRAWN;
        }
        lead.ifPresent(current -> putBack(followUp, current, now));
        return Withdrawal.DONE;
    }

    private Optional<Lead> locked(FollowUp followUp) {
        return leads.find(followUp.leadId()).flatMap(lead -> {
            // The customer that the lead goes back to, too: their next message must not make a second lead meanwhile.
            Stream.concat(Stream.of(lead.customerId().value()), customersBefore(followUp))
                    .distinct()
                    .sorted()
                    .forEach(id -> customers.lock(new CustomerId(id)));
            return leads.lock(lead.id());
        });
    }

    private static Stream<String> customersBefore(FollowUp followUp) {
        return followUp.changes().stream()
                .filter(change -> change.field() == LeadField.CUSTOMER)
                .flatMap(change -> Stream.ofNullable(change.before()));
    }

    private boolean isStoodOn(FollowUp followUp) {
        return store.hasLater(followUp)
                || ties.stream().anyMatch(tie -> tie.happenedAfter(followUp.leadId(), followUp.recordedAt()));
    }

    private void putBack(FollowUp followUp, Lead lead, Instant now) {
        followUp.changes().forEach(change -> putBackCustomer(followUp, change, lead, now));
        Lead restored = FieldValues.without(followUp.changes(), lead);
        boolean removed = followUp.leadCreated()
                && isBare(followUp, lead, restored)
                && leads.deleteIfNothingHangsOnIt(lead.id(), lead.version());
        if (!removed && !leads.update(restored, lead.version(), now)) {
            throw new IllegalStateException("a locked lead was changed");
        }
    }

    /** Whether nothing is left on a lead but what made it: nobody wrote, moved it on or handed it over since. */
    private static boolean isBare(FollowUp followUp, Lead lead, Lead restored) {
        boolean asBegun = followUp.changes().stream()
                .filter(change -> change.field() == LeadField.STAGE)
                .allMatch(change -> lead.stageId().value().equals(change.after()));
        return asBegun
                && lead.ownerId().equals(followUp.memberId())
                && restored.nextContact() == null
                && restored.coreNeed() == null
                && restored.expectedAmount() == null;
    }

    private void putBackCustomer(FollowUp followUp, FieldChange change, Lead lead, Instant now) {
        String before = change.before();
        String after = change.after();
        if (before == null || after == null) {
            return;
        }
        if (change.field() == LeadField.CUSTOMER) {
            moves.move(followUp.threadId(), lead, new CustomerId(after), new CustomerId(before), now);
        }
        if (change.field() == LeadField.CUSTOMER_NAME) {
            customers
                    .find(lead.customerId())
                    .filter(customer -> customer.name().equals(after))
                    .ifPresent(customer -> customers.rename(customer.id(), before, now));
        }
    }
}
