package io.genjin.bot.followup;

import io.genjin.bot.access.ApiRefused;
import io.genjin.bot.access.ApiSince;
import io.genjin.bot.access.Needs;
import io.genjin.bot.access.Scope;
import io.genjin.crm.Ids;
import io.genjin.crm.Slice;
import io.genjin.crm.chat.SignalIntent;
import io.genjin.crm.followup.FieldChange;
import io.genjin.crm.followup.FollowUp;
import io.genjin.crm.followup.FollowUpFilter;
import io.genjin.crm.followup.FollowUpStore;
import io.genjin.crm.lead.LeadId;
import io.genjin.crm.member.Member;
import io.genjin.crm.member.MemberId;
import io.genjin.crm.member.MemberStore;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/follow-ups}: what reps confirmed; withdrawn ones are marked and shown only when asked for. */
@RestController
class FollowUpsApi {
    private final FollowUpStore followUps;
    private final MemberStore members;

    FollowUpsApi(FollowUpStore followUps, MemberStore members) {
        this.followUps = followUps;
        this.members = members;
    }

    record FollowUpItem(
            String id,
            String leadId,
            @Nullable String repUserId,
            Set<SignalIntent> intents,
            List<String> keyPoints,
            @Nullable String objection,
            @Nullable String nextAction,
            String quote,
            @Nullable String amountYuan,
            String draftId,
            List<FieldChange> changes,
            boolean leadCreated,
            Instant recordedAt,
            @Nullable Instant withdrawnAt) {}

    @Operation(summary = "跟进记录，新的在前")
    @Needs(Scope.READ)
    @GetMapping("/api/v1/follow-ups")
    Slice<FollowUpItem> list(
            @RequestParam(required = false) @Nullable String leadId,
            @RequestParam(required = false) @Nullable String repUserId,
            @RequestParam(required = false) @Nullable OffsetDateTime since,
            @RequestParam(defaultValue = "false") boolean withdrawn,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        if (leadId != null && !Ids.isId(leadId)) {
            throw new ApiRefused("leadId", "不是线索的编号");
        }
        if (cursor != null && !Ids.isId(cursor)) {
            throw new ApiRefused("cursor", "不是本接口给出的");
        }
        Set<MemberId> only = repUserId == null
                ? null
                : members.findByUserId(repUserId)
                        .map(member -> Set.of(member.id()))
                        .orElse(Set.of());
        FollowUpFilter filter =
                new FollowUpFilter(leadId == null ? null : new LeadId(leadId), only, ApiSince.read(since), withdrawn);
        Slice<FollowUp> slice = followUps.page(filter, cursor, limit);
        return new Slice<>(slice.items().stream().map(this::item).toList(), slice.nextCursor());
    }

    private FollowUpItem item(FollowUp followUp) {
        return new FollowUpItem(
                followUp.id().value(),
                followUp.leadId().value(),
                members.find(followUp.memberId()).map(Member::userId).orElse(null),
                followUp.intents(),
                followUp.keyPoints(),
                followUp.objection(),
                followUp.nextAction(),
                followUp.quote(),
                followUp.amount() == null ? null : followUp.amount().toString(),
                followUp.draftId(),
                followUp.changes(),
                followUp.leadCreated(),
                followUp.recordedAt(),
                followUp.withdrawnAt());
    }
}
