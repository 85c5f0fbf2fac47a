package io.genjin.sandbox.campaign;

import io.genjin.sandbox.campaign.Evidence.DraftRow;
import io.genjin.sandbox.campaign.Evidence.FollowUpRow;
import io.genjin.sandbox.campaign.Finding.Verdict;
import io.genjin.sandbox.campaign.Ledger.Tapped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Drafts: each shown; each confirmed one recorded exactly once, and nothing recorded that nobody confirmed. */
final class DraftCheck {
    private static final String CONFIRM = "draft.confirm:";
    private static final String CONFIRM_LISTED = "draft.list:";
    private static final String IGNORE = "draft.ignore:";

    private final Evidence evidence;
    private final List<Finding> findings = new ArrayList<>();

    private DraftCheck(Evidence evidence) {
        this.evidence = evidence;
    }

    static List<Finding> check(List<Tapped> tapped, Evidence evidence) {
        var check = new DraftCheck(evidence);
        check.shown();
        check.recorded(tapped);
        check.decided(tapped);
        check.wordsTwice();
        evidence.leadsTwice().forEach(twice -> check.add(Verdict.DUPLICATED, "a lead is there twice", twice));
        return check.findings;
    }

    private void shown() {
        var sent = evidence.pushes().stream()
                .filter(Evidence.PushRow::isSend)
                .map(Evidence.PushRow::taskId)
                .collect(Collectors.toSet());
        for (var draft : evidence.drafts()) {
            if (draft.isOpen() && draft.owned() && (draft.card().isEmpty() || !sent.contains(draft.card()))) {
                add(Verdict.LOST, "an open draft has no card", "draft " + draft.id());
            }
        }
    }

    private void recorded(List<Tapped> tapped) {
        Map<String, List<FollowUpRow>> records =
                evidence.followUps().stream().collect(Collectors.groupingBy(FollowUpRow::draft));
        Set<String> wanted = new HashSet<>();
        tapped.forEach(tap -> wanted.addAll(draftsOf(tap)));
        for (var draft : evidence.drafts()) {
            var of = records.getOrDefault(draft.id(), List.of());
            if (draft.wasConfirmed() && of.isEmpty()) {
                add(Verdict.LOST, "a confirmed draft has no follow-up", "draft " + draft.id());
            }
            if (of.size() > 1 || !draft.wasConfirmed() && !of.isEmpty()) {
                add(Verdict.DUPLICATED, of.size() + " follow-ups of a draft that is " + draft.status(), draft.id());
            }
            if (!of.isEmpty() && !wanted.contains(draft.id())) {
                add(Verdict.DUPLICATED, "a follow-up that nobody confirmed", "draft " + draft.id());
            }
        }
    }

    /** A tap of 确认所选 names no draft in its key: whatever the tapped card listed was wanted. */
    private Set<String> draftsOf(Tapped tap) {
        if (tap.key().startsWith(CONFIRM)) {
            return Set.of(tap.key().substring(CONFIRM.length()).split(":", -1)[0]);
        }
        if (!tap.key().startsWith(CONFIRM_LISTED)) {
            return Set.of();
        }
        return evidence.phones().stream()
                .filter(line -> line.msgId().equals(tap.msgId()))
                .flatMap(line -> line.versions().stream())
                .map(version -> version.split(":", -1)[0])
                .collect(Collectors.toSet());
    }

    private void decided(List<Tapped> tapped) {
        Map<String, DraftRow> drafts = new HashMap<>();
        evidence.drafts().forEach(draft -> drafts.put(draft.id(), draft));
        for (var tap : tapped) {
            var prefix = tap.key().startsWith(CONFIRM) ? CONFIRM : IGNORE;
            if (!tap.acknowledged() || !tap.key().startsWith(prefix)) {
                continue;
            }
            var parts = tap.key().substring(prefix.length()).split(":", -1);
            var draft = drafts.get(parts[0]);
            boolean current = draft != null && parts.length == 2 && parts[1].equals("" + draft.version());
            if (draft == null) {
                add(Verdict.LOST, "a tapped draft is gone", tap.sourceKey());
            } else if (draft.isOpen() && current) {
                add(Verdict.LOST, "a tap on an open draft's version had no effect", tap.key() + " " + tap.sourceKey());
            }
        }
    }

    /** A customer's wish in two drafts would be recorded twice. */
    private void wordsTwice() {
        Set<String> wishes = new HashSet<>();
        evidence.chat().values().stream()
                .filter(row -> row.body().contains("代号"))
                .forEach(row -> wishes.add(row.id()));
        Map<String, String> draftOf = new HashMap<>();
        for (var draft : evidence.drafts()) {
            for (var message : draft.messages()) {
                var other = wishes.contains(message) ? draftOf.putIfAbsent(message, draft.id()) : null;
                if (other != null) {
                    add(Verdict.DUPLICATED, "message " + message + " is in two drafts", other + ", " + draft.id());
                }
            }
        }
    }

    private void add(Verdict verdict, String what, String ids) {
        findings.add(new Finding(verdict, what, ids));
    }
}
