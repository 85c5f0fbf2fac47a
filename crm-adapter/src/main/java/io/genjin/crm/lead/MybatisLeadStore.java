package io.genjin.crm.lead;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import io.genjin.crm.NoSuchRecord;
import io.genjin.crm.Slice;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.member.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class MybatisLeadStore implements LeadStore {
    private final LeadMapper leads;
    private final CustomerStore customers;
    private final List<LeadTie> ties;

    MybatisLeadStore(LeadMapper leads, CustomerStore customers, List<LeadTie> ties) {
        this.leads = leads;
        this.customers = customers;
        this.ties = ties;
    }

    @Override
    public Optional<Lead> find(LeadId id) {
        return Optional.ofNullable(leads.selectById(id.value())).map(LeadRow::toLead);
    }

    @Override
    public List<Lead> findAll(Collection<LeadId> ids) {
        return ids.isEmpty()
                ? List.of()
                : leads.selectByIds(ids.stream().map(LeadId::value).distinct().toList()).stream()
                        .map(LeadRow::toLead)
                        .toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Lead> lock(LeadId id) {
        return Optional.ofNullable(leads.locked(id.value())).map(LeadRow::toLead);
    }

    @Override
    @Transactional
    public Lead create(LeadId id, NewLead from, Instant now) {
        Lead lead = from.toLead(id, now);
        leads.insert(LeadRow.of(lead));
        customers.dealtWith(lead.customerId(), lead.ownerId(), now);
        return lead;
    }

    @Override
    public boolean update(Lead changed, int expectedVersion, Instant now) {
        return leads.change(LeadRow.of(changed), expectedVersion, now) == 1;
    }

    @Override
    public Optional<Lead> newestOpenOf(CustomerId customer, MemberId owner) {
        return Optional.ofNullable(leads.newestOpenOfOwner(customer.value(), owner.value()))
                .map(LeadRow::toLead);
    }

    @Override
    public Optional<Lead> newestOpenOf(CustomerId customer) {
        return Optional.ofNullable(leads.newestOpen(customer.value())).map(LeadRow::toLead);
    }

    @Override
    public Slice<Lead> page(LeadFilter filter, @Nullable String cursor, int limit) {
        if (filter.ownerIds() != null && filter.ownerIds().isEmpty()) {
            return new Slice<>(List.of(), null);
        }
        int bounded = Slice.bounded(limit);
        List<Lead> found = leads.selectList(query(filter, cursor).last("LIMIT " + (bounded + 1))).stream()
                .map(LeadRow::toLead)
                .toList();
        return Slice.cut(found, bounded, lead -> lead.id().value());
    }

    @Override
    @Transactional
    public boolean deleteIfNothingHangsOnIt(LeadId id, int expectedVersion) {
        return ties.stream().noneMatch(tie -> tie.hangsOn(id))
                && leads.removeWithoutRisks(id.value(), expectedVersion) == 1;
    }

    @Override
    @Transactional
    public boolean addRisk(LeadId id, RiskKind kind, String words, Instant at) {
        if (leads.locked(id.value()) == null) {
            throw new NoSuchRecord(id);
        }
        try {
            return leads.addRisk(id.value(), kind, words, at) == 1;
        } catch (DuplicateKeyException notedBefore) {
            return false;
        }
    }

    @Override
    public List<LeadRisk> risksOf(LeadId id) {
        return leads.risksOf(id.value()).stream().map(RiskRow::toRisk).toList();
    }

    private static QueryWrapper<LeadRow> query(LeadFilter filter, @Nullable String cursor) {
        QueryWrapper<LeadRow> query = new QueryWrapper<>();
        if (filter.ownerIds() != null) {
            query.in("owner_id", filter.ownerIds().stream().map(MemberId::value).toList());
        }
        if (filter.customerId() != null) {
            query.eq("customer_id", filter.customerId().value());
        }
        if (filter.stageId() != null) {
            query.eq("stage_id", filter.stageId().value());
        }
        if (filter.openOnly()) {
            query.inSql("stage_id", "SELECT s.id FROM crm_stage s WHERE s.kind = 'OPEN'");
        }
        if (cursor != null) {
            query.lt("id", cursor);
        }
        return query.orderByDesc("id");
    }
}
