package io.genjin.crm.followup;

import io.genjin.crm.Slice;
import io.genjin.crm.lead.LeadId;
import io.genjin.crm.lead.LeadTie;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follow-ups in memory, and what they hold on leads. */
public class MemoryFollowUpStore implements FollowUpStore, LeadTie {
    private final TreeMap<String, FollowUp> followUps = new TreeMap<>(Comparator.reverseOrder());

    @Override
    public synchronized Optional<FollowUp> find(FollowUpId id) {
        return Optional.ofNullable(followUps.get(id.value()));
    }

    @Override
    public synchronized Optional<FollowUp> byDraft(String draftId) {
        return list(each -> each.draftId().equals(draftId)).findFirst();
    }

    @Override
    public synchronized List<FollowUp> ofLead(LeadId lead) {
        return list(each -> each.leadId().equals(lead)).toList();
    }

    @Override
    public synchronized Slice<FollowUp> page(FollowUpFilter filter, @Nullable String cursor, int limit) {
        int bounded = Slice.bounded(limit);
        List<FollowUp> found = list(each -> cursor == null || each.id().value().compareTo(cursor) < 0)
                .filter(each -> filter.leadId() == null || filter.leadId().equals(each.leadId()))
                .filter(each -> filter.memberIds() == null || filter.memberIds().contains(each.memberId()))
                .filter(each -> filter.since() == null || !each.recordedAt().isBefore(filter.since()))
                .filter(each -> filter.withdrawnToo() || !each.isWithdrawn())
                .limit(bounded + 1L)
                .toList();
        return Slice.cut(found, bounded, each -> each.id().value());
    }

    @Override
    public synchronized Optional<FollowUp> insert(FollowUp followUp) {
        Optional<FollowUp> known = byDraft(followUp.draftId());
        if (known.isEmpty()) {
            followUps.put(followUp.id().value(), followUp);
        }
        return known;
    }

    @Override
    public synchronized boolean markWithdrawn(FollowUpId id, Instant now) {
        FollowUp each = followUps.get(id.value());
        if (each == null || each.isWithdrawn()) {
            return false;
        }
        followUps.put(
                id.value(),
                new FollowUp(
                        id,
                        each.leadId(),
                        each.memberId(),
                        each.threadId(),
                        each.intents(),
                        each.keyPoints(),
                        each.objection(),
                        each.nextAction(),
                        each.quote(),
                        each.amount(),
                        each.draftId(),
                        each.changes(),
                        each.leadCreated(),
                        each.recordedAt(),
                        now));
        return true;
    }

    @Override
    public synchronized boolean hasLater(FollowUp followUp) {
        return onLead(followUp.leadId())
                .anyMatch(each -> each.id().value().compareTo(followUp.id().value()) > 0);
    }

    @Override
    public synchronized boolean hangsOn(LeadId lead) {
        return onLead(lead).findAny().isPresent();
    }

    @Override
    public synchronized boolean happenedAfter(LeadId lead, Instant moment) {
        return onLead(lead).anyMatch(each -> each.recordedAt().isAfter(moment));
    }

    private Stream<FollowUp> onLead(LeadId lead) {
        return list(each -> each.leadId().equals(lead) && !each.isWithdrawn());
    }

    private Stream<FollowUp> list(Predicate<FollowUp> which) {
        return followUps.values().stream().filter(which);
    }
}
