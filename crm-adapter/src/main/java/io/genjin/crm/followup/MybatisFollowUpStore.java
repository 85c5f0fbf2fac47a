package io.genjin.crm.followup;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import io.genjin.crm.Slice;
import io.genjin.crm.lead.LeadId;
import io.genjin.crm.member.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

@Repository
class MybatisFollowUpStore implements FollowUpStore {
    private final FollowUpMapper followUps;

    MybatisFollowUpStore(FollowUpMapper followUps) {
        this.followUps = followUps;
    }

    @Override
    public Optional<FollowUp> find(FollowUpId id) {
        return Optional.ofNullable(followUps.selectById(id.value())).map(FollowUpRow::toFollowUp);
    }

    @Override
    public Optional<FollowUp> byDraft(String draftId) {
        return Optional.ofNullable(followUps.byDraft(draftId)).map(FollowUpRow::toFollowUp);
    }

    @Override
    public List<FollowUp> ofLead(LeadId lead) {
        return followUps.ofLead(lead.value()).stream()
                .map(FollowUpRow::toFollowUp)
                .toList();
    }

    @Override
    public Slice<FollowUp> page(FollowUpFilter filter, @Nullable String cursor, int limit) {
        if (filter.memberIds() != null && filter.memberIds().isEmpty()) {
            return new Slice<>(List.of(), null);
        }
        int bounded = Slice.bounded(limit);
        List<FollowUp> found = followUps.selectList(query(filter, cursor).last("LIMIT " + (bounded + 1))).stream()
                .map(FollowUpRow::toFollowUp)
                .toList();
        return Slice.cut(found, bounded, followUp -> followUp.id().value());
    }

    @Override
    public Optional<FollowUp> insert(FollowUp followUp) {
        try {
            followUps.insert(FollowUpRow.of(followUp));
            return Optional.empty();
        } catch (DuplicateKeyException recordedBefore) {
            return Optional.ofNullable(followUps.byDraftShared(followUp.draftId()))
                    .map(FollowUpRow::toFollowUp);
        }
    }

    @Override
    public boolean markWithdrawn(FollowUpId id, Instant now) {
        return followUps.withdraw(id.value(), now) == 1;
    }

    @Override
    public boolean hasLater(FollowUp followUp) {
        return followUps.hasLater(followUp.leadId().value(), followUp.id().value());
    }

    private static QueryWrapper<FollowUpRow> query(FollowUpFilter filter, @Nullable String cursor) {
        QueryWrapper<FollowUpRow> query = new QueryWrapper<>();
        if (filter.leadId() != null) {
            query.eq("lead_id", filter.leadId().value());
        }
        if (filter.memberIds() != null) {
            query.in(
                    "member_id",
                    filter.memberIds().stream().map(MemberId::value).toList());
        }
        if (filter.since() != null) {
            query.ge("recorded_at", filter.since());
        }
        if (!filter.withdrawnToo()) {
            query.isNull("withdrawn_at");
        }
        if (cursor != null) {
            query.lt("id", cursor);
        }
        return query.orderByDesc("id");
    }
}
