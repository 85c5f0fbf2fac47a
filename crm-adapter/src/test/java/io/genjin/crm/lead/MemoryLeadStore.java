package io.genjin.crm.lead;

import io.genjin.crm.Slice;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.member.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Leads in memory. */
public class MemoryLeadStore implements LeadStore {
    private final TreeMap<String, Lead> leads = new TreeMap<>(Comparator.reverseOrder());
    private final List<LeadRisk> risks = new ArrayList<>();
    private final PipelineStore pipeline;
    private final CustomerStore customers;
    private final List<LeadTie> ties;

    public MemoryLeadStore(PipelineStore pipeline, CustomerStore customers, List<LeadTie> ties) {
        this.pipeline = pipeline;
        this.customers = customers;
        this.ties = ties;
    }

    @Override
    public synchronized Optional<Lead> find(LeadId id) {
        return Optional.ofNullable(leads.get(id.value()));
    }

    @Override
    public synchronized List<Lead> findAll(Collection<LeadId> ids) {
        return leads.values().stream().filter(lead -> ids.contains(lead.id())).toList();
    }

    @Override
    public Optional<Lead> lock(LeadId id) {
        return find(id);
    }

    @Override
    public synchronized Lead create(LeadId id, NewLead from, Instant now) {
        Lead lead = from.toLead(id, now);
        leads.put(id.value(), lead);
        customers.dealtWith(lead.customerId(), lead.ownerId(), now);
        return lead;
    }

    @Override
    public synchronized boolean update(Lead changed, int expectedVersion, Instant now) {
        Lead current = leads.get(changed.id().value());
        if (current == null || current.version() != expectedVersion) {
            return false;
        }
        leads.put(
                changed.id().value(),
                new Lead(
                        changed.id(),
                        changed.customerId(),
                        changed.contactId(),
                        changed.ownerId(),
                        changed.stageId(),
                        changed.nextContact(),
                        changed.coreNeed(),
                        changed.expectedAmount(),
                        expectedVersion + 1,
                        current.createdAt(),
                        now));
        return true;
    }

    @Override
    public synchronized Optional<Lead> newestOpenOf(CustomerId customer, MemberId owner) {
        return openOf(customer).filter(lead -> lead.ownerId().equals(owner)).findFirst();
    }

    @Override
    public synchronized Optional<Lead> newestOpenOf(CustomerId customer) {
        return openOf(customer).findFirst();
    }

    @Override
    public synchronized Slice<Lead> page(LeadFilter filter, @Nullable String cursor, int limit) {
        int bounded = Slice.bounded(limit);
        List<Lead> found = leads.values().stream()
                .filter(lead -> cursor == null || lead.id().value().compareTo(cursor) < 0)
                .filter(lead -> filter.ownerIds() == null || filter.ownerIds().contains(lead.ownerId()))
                .filter(lead ->
                        filter.customerId() == null || filter.customerId().equals(lead.customerId()))
                .filter(lead -> filter.stageId() == null || filter.stageId().equals(lead.stageId()))
                .filter(lead -> !filter.openOnly() || isOpen(lead))
                .limit(bounded + 1L)
                .toList();
        return Slice.cut(found, bounded, lead -> lead.id().value());
    }

    @Override
    public synchronized boolean deleteIfNothingHangsOnIt(LeadId id, int expectedVersion) {
        boolean free =
                find(id).filter(lead -> lead.version() == expectedVersion).isPresent()
                        && risksOf(id).isEmpty()
                        && ties.stream().noneMatch(tie -> tie.hangsOn(id));
        return free && leads.remove(id.value()) != null;
    }

    @Override
    public synchronized boolean addRisk(LeadId id, RiskKind kind, String words, Instant at) {
        require(id);
        LeadRisk risk = new LeadRisk(id, kind, words, at);
        boolean known = risks.stream()
                .anyMatch(each -> each.leadId().equals(id)
                        && each.kind() == kind
                        && each.at().equals(risk.at()));
        return !known && risks.add(risk);
    }

    @Override
    public synchronized List<LeadRisk> risksOf(LeadId id) {
        return risks.stream()
                .filter(each -> each.leadId().equals(id))
                .sorted(Comparator.comparing(LeadRisk::at).reversed())
                .toList();
    }

    private Stream<Lead> openOf(CustomerId customer) {
        return leads.values().stream()
                .filter(lead -> lead.customerId().equals(customer))
                .filter(this::isOpen);
    }

    private boolean isOpen(Lead lead) {
        return pipeline.current().openStages().contains(lead.stageId());
    }
}
