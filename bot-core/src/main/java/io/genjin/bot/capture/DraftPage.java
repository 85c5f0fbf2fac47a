package io.genjin.bot.capture;

import io.genjin.bot.access.PageForbidden;
import io.genjin.bot.access.Viewer;
import io.genjin.bot.customer.CustomerNames;
import io.genjin.crm.Ids;
import io.genjin.crm.customer.Customer;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.member.Member;
import io.genjin.crm.member.MemberId;
import io.genjin.crm.member.MemberStore;
import io.genjin.crm.member.Visibility;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 草稿: the list, and the page on which one is adjusted. The owner, their managers and administrators get in. */
@Controller
class DraftPage {
    private static final int LIST = 50;

    private final DraftStore drafts;
    private final DraftDecisions decisions;
    private final DraftOwners owners;
    private final CardDesk desk;
    private final DraftView view;
    private final Visibility visibility;
    private final MemberStore members;
    private final CustomerStore customers;
    private final TransactionTemplate tx;
    private final InstantSource clock;

    DraftPage(
            DraftStore drafts,
            DraftDecisions decisions,
            DraftOwners owners,
            CardDesk desk,
            DraftView view,
            Visibility visibility,
            MemberStore members,
            CustomerStore customers,
            TransactionTemplate tx,
            InstantSource clock) {
        this.drafts = drafts;
        this.decisions = decisions;
        this.owners = owners;
        this.desk = desk;
        this.view = view;
        this.visibility = visibility;
        this.members = members;
        this.customers = customers;
        this.tx = tx;
        this.clock = clock;
    }

    @GetMapping("/h5/drafts")
    String list(Viewer viewer, Model model) {
        model.addAttribute("mine", drafts.openOf(viewer.member().id(), LIST));
        model.addAttribute("confirmed", view.undoableBy(viewer));
        model.addAttribute("unowned", viewer.admin() ? drafts.unowned(LIST) : List.of());
        var team = members.reportsOf(viewer.member().id());
        model.addAttribute(
                "team",
                drafts.page(new DraftFilter(DraftStatus.OPEN, team, null), null, LIST)
                        .items());
        view.names(model);
        return "capture/drafts";
    }

    @GetMapping("/h5/drafts/{id}")
    String show(Viewer viewer, @PathVariable String id, Model model) {
        Draft draft = visible(viewer, drafts.find(idOf(id)));
        return page(model, draft, DraftForm.of(draft.content(), clock.instant()), Map.of(), null, viewer);
    }

    @PostMapping("/h5/drafts/{id}/confirm")
    String confirm(Viewer viewer, @PathVariable String id, @RequestParam int version, TypedDraft typed, Model model) {
        return inTransaction(viewer, id, draft -> {
            if (!draft.isOpen()) {
                return page(model, draft, typed.form(), Map.of(), null, viewer);
            }
            if (draft.version() != version || draft.customerId() == null) {
                return changedMeanwhile(model, draft, viewer);
            }
            Map<String, String> problems = DraftForm.noProblems();
            DraftEdits edits = typed.form().read(clock.instant(), problems);
            if (!problems.isEmpty()) {
                return page(model, draft, typed.form(), problems, null, viewer);
            }
            decisions.confirm(draft, version, edits, viewer.member()).ifPresent(desk::settle);
            return "redirect:/h5/drafts/" + id;
        });
    }

    @PostMapping("/h5/drafts/{id}/ignore")
    String ignore(Viewer viewer, @PathVariable String id, @RequestParam int version, Model model) {
        return inTransaction(viewer, id, draft -> {
            if (draft.isOpen() && draft.version() != version) {
                return changedMeanwhile(model, draft, viewer);
            }
            decisions.ignore(draft, viewer.member()).ifPresent(desk::settle);
            return "redirect:/h5/drafts/" + id;
        });
    }

    @PostMapping("/h5/drafts/{id}/undo")
    String undo(Viewer viewer, @PathVariable String id, Model model) {
        return inTransaction(viewer, id, draft -> {
            String words =
                    switch (decisions.undo(draft, viewer.member())) {
                        case DONE -> null;
                        case NOT_YOURS -> "只有确认的人能撤销。";
                        case TOO_LATE -> "已过撤销时间。";
                        case STOOD_ON -> "后面已有新的跟进，不能撤销。";
                    };
            if (words != null) {
                return page(model, draft, DraftForm.of(draft.content(), clock.instant()), Map.of(), words, viewer);
            }
            drafts.find(draft.id()).ifPresent(desk::settle);
            return "redirect:/h5/drafts/" + id;
        });
    }

    @PostMapping("/h5/drafts/{id}/restore")
    String restore(Viewer viewer, @PathVariable String id, Model model) {
        return inTransaction(viewer, id, draft -> decisions
                .restore(draft)
                .map(again -> "redirect:/h5/drafts/" + again.id().value())
                .orElseGet(() -> page(
                        model, draft, DraftForm.of(draft.content(), clock.instant()), Map.of(), "已过恢复时间。", viewer)));
    }

    @PostMapping("/h5/drafts/{id}/customer")
    String customer(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String customer,
            @RequestParam(defaultValue = "") String name,
            Model model) {
        return inTransaction(viewer, id, draft -> {
            Optional<Customer> chosen = name.isBlank()
                    ? Optional.of(customer).filter(Ids::isId).flatMap(value -> customers.find(new CustomerId(value)))
                    : CustomerNames.fits(name)
                            ? Optional.of(customers.create(name, clock.instant()))
                            : Optional.empty();
            if (chosen.isEmpty() || !draft.isOpen() || draft.customerId() != null || draft.memberId() == null) {
                return page(
                        model,
                        draft,
                        DraftForm.of(draft.content(), clock.instant()),
                        Map.of(),
                        "请选一个客户，或写下新客户的名字。",
                        viewer);
            }
            owners.customerIs(draft, chosen.get().id());
            return "redirect:/h5/drafts/" + id;
        });
    }

    @PostMapping("/h5/drafts/{id}/owner")
    String owner(Viewer viewer, @PathVariable String id, @RequestParam String member) {
        if (!viewer.admin()) {
            throw new PageForbidden();
        }
        return inTransaction(viewer, id, draft -> {
            Optional<Member> rep = Optional.of(member)
                    .filter(Ids::isId)
                    .flatMap(value -> members.find(new MemberId(value)))
                    .filter(Member::active);
            if (draft.isOpen() && draft.memberId() == null && draft.customerId() != null) {
                rep.ifPresent(chosen -> owners.repIs(draft, chosen.id()));
            }
            return "redirect:/h5/drafts";
        });
    }

    /** Nobody decides on words that they have not seen: the draft is shown as it is now. */
    private String changedMeanwhile(Model model, Draft draft, Viewer viewer) {
        DraftForm now = DraftForm.of(draft.content(), clock.instant());
        return page(model, draft, now, Map.of(), "客户又说了新的，内容已更新，请再确认。", viewer);
    }

    private interface Step {
        String on(Draft draft);
    }

    private String inTransaction(Viewer viewer, String id, Step step) {
        return Objects.requireNonNull(tx.execute(status -> step.on(visible(viewer, drafts.lock(idOf(id))))));
    }

    private Draft visible(Viewer viewer, Optional<Draft> draft) {
        Draft found = draft.orElseThrow(PageForbidden::new);
        boolean may = found.memberId() == null ? viewer.admin() : visibility.maySee(viewer.member(), found.memberId());
        if (!may) {
            throw new PageForbidden();
        }
        return found;
    }

    private String page(
            Model model,
            Draft draft,
            DraftForm form,
            Map<String, String> problems,
            @org.jspecify.annotations.Nullable String notice,
            Viewer viewer) {
        view.fill(model, draft, viewer);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("notice", notice);
        return "capture/draft";
    }

    private static DraftId idOf(String id) {
        if (!Ids.isId(id)) {
            throw new PageForbidden();
        }
        return new DraftId(id);
    }
}
