package io.genjin.bot.capture;

import io.genjin.bot.access.ApiRefused;
import io.genjin.bot.access.ApiSince;
import io.genjin.bot.access.Needs;
import io.genjin.bot.access.Scope;
import io.genjin.crm.Ids;
import io.genjin.crm.Slice;
import io.genjin.crm.chat.FoundSignal;
import io.genjin.crm.chat.SignalIntent;
import io.genjin.crm.followup.FollowUpId;
import io.genjin.crm.lead.LeadId;
import io.genjin.crm.lead.NextContact;
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

/** {@code GET /api/v1/drafts}: drafts with what was found and why. */
@RestController
class DraftsApi {
    private final DraftStore drafts;
    private final MemberStore members;

    DraftsApi(DraftStore drafts, MemberStore members) {
        this.drafts = drafts;
        this.members = members;
    }

    record DraftItem(
            String id,
            DraftStatus status,
            int version,
            @Nullable String repUserId,
            String customerName,
            String contactName,
            @Nullable String leadId,
            @Nullable String followUpId,
            Set<SignalIntent> intents,
            @Nullable String nextContactAt,
            String coreNeed,
            List<String> keyPoints,
            String objection,
            String nextAction,
            @Nullable String amountYuan,
            List<String> quote,
            List<FoundSignal> signals,
            double confidence,
            Instant startedAt,
            @Nullable Instant decidedAt) {}

    @Operation(summary = "跟进草稿，新的在前")
    @Needs(Scope.READ)
    @GetMapping("/api/v1/drafts")
    Slice<DraftItem> list(
            @RequestParam(required = false) @Nullable DraftStatus status,
            @RequestParam(required = false) @Nullable String repUserId,
            @RequestParam(required = false) @Nullable OffsetDateTime since,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        if (cursor != null && !Ids.isId(cursor)) {
            throw new ApiRefused("cursor", "不是本接口给出的");
        }
        Set<MemberId> only = repUserId == null
                ? null
                : members.findByUserId(repUserId)
                        .map(member -> Set.of(member.id()))
                        .orElse(Set.of());
        Slice<Draft> slice = drafts.page(new DraftFilter(status, only, ApiSince.read(since)), cursor, limit);
        return new Slice<>(slice.items().stream().map(this::item).toList(), slice.nextCursor());
    }

    private DraftItem item(Draft draft) {
        DraftContent content = draft.content();
        NextContact next = content.nextContact();
        LeadId lead = draft.leadId();
        FollowUpId followUp = draft.followUpId();
        MemberId rep = draft.memberId();
        return new DraftItem(
                draft.id().value(),
                draft.status(),
                draft.version(),
                rep == null ? null : members.find(rep).map(Member::userId).orElse(null),
                content.customerName(),
                content.contactName(),
                lead == null ? null : lead.value(),
                followUp == null ? null : followUp.value(),
                content.wanted(),
                next == null ? null : ContactChoices.idOf(next),
                content.coreNeed(),
                content.keyPoints(),
                content.objection(),
                content.nextAction(),
                content.amount() == null ? null : content.amount().toString(),
                content.quote(),
                content.signals(),
                content.confidence(),
                draft.startedAt(),
                draft.decidedAt());
    }
}
