package io.genjin.bot.capture;

import io.genjin.bot.access.Viewer;
import io.genjin.bot.platform.BusinessTime;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.customer.Dealing;
import io.genjin.crm.followup.FollowUp;
import io.genjin.crm.followup.FollowUpStore;
import io.genjin.crm.member.Member;
import io.genjin.crm.member.MemberId;
import io.genjin.crm.member.MemberStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the draft's pages show beside the form. */
@Component
class DraftView {
    private static final int RECENT = 20;

    private final DraftStore drafts;
    private final CaseMessages cases;
    private final CustomerStore customers;
    private final MemberStore members;
    private final FollowUpStore followUps;
    private final CaptureProperties properties;
    private final InstantSource clock;

    DraftView(
            DraftStore drafts,
            CaseMessages cases,
            CustomerStore customers,
            MemberStore members,
            FollowUpStore followUps,
            CaptureProperties properties,
            InstantSource clock) {
        this.drafts = drafts;
        this.cases = cases;
        this.customers = customers;
        this.members = members;
        this.followUps = followUps;
        this.properties = properties;
        this.clock = clock;
    }

    void fill(Model model, Draft draft, Viewer viewer) {
        Instant now = clock.instant();
        DraftContent content = cases.asRecorded(draft);
        model.addAttribute("draft", draft);
        model.addAttribute("content", content);
        model.addAttribute("title", CaptureCards.title(content));
        model.addAttribute("intents", CaptureCards.intents(content));
        model.addAttribute("stage", cases.stageName(content));
        model.addAttribute("sure", content.confidence() >= properties.sureAbove());
        model.addAttribute("money", content.amount() == null ? "" : Money.show(content.amount()));
        model.addAttribute("outcome", outcome(draft, viewer.member().id()));
        Instant decided = draft.decidedAt();
        model.addAttribute(
                "undoable",
                draft.status().confirmed()
                        && viewer.member().id().equals(draft.decidedBy())
                        && decided != null
                        && now.isBefore(decided.plus(properties.undoWithin())));
        model.addAttribute(
                "restorable",
                draft.status().restorable()
                        && content.saysSomething()
                        && decided != null
                        && now.isBefore(decided.plus(properties.restoreWithin())));
        Optional<FollowUp> record = draft.followUpId() == null ? Optional.empty() : followUps.find(draft.followUpId());
        model.addAttribute("record", record.orElse(null));
        model.addAttribute(
                "leadId",
                record.map(FollowUp::leadId)
                        .or(() -> Optional.ofNullable(draft.leadId()))
                        .orElse(null));
        model.addAttribute(
                "recent",
                draft.memberId() == null || draft.customerId() != null
                        ? List.of()
                        : customers.recentOf(draft.memberId(), RECENT).stream()
                                .map(Dealing::customer)
                                .toList());
        names(model);
    }

    /** What the viewer confirmed just now, also from a list, and may still take back. */
    List<Draft> undoableBy(Viewer viewer) {
        return drafts.confirmedBy(viewer.member().id(), clock.instant().minus(properties.undoWithin()), RECENT);
    }

    void names(Model model) {
        Map<String, String> names = members.all().stream()
                .collect(Collectors.toMap(member -> member.id().value(), Member::name, (one, other) -> one));
        model.addAttribute("names", names);
        model.addAttribute("people", members.active());
    }

    private String outcome(Draft draft, MemberId viewer) {
        Instant at = draft.decidedAt();
        if (draft.isOpen() || at == null) {
            return "";
        }
        MemberId by = draft.decidedBy();
        String who = by == null || by.equals(viewer)
                ? ""
                : members.find(by).map(Member::name).orElse("") + " ";
        return who + draft.status().label() + " " + BusinessTime.dayAndClock(at);
    }
}
