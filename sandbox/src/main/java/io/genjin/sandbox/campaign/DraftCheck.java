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
import org.jspecify.annotations.Nullable;

/** Drafts: each shown; each confirmed one recorded exactly once, and nothing recorded that nobody confirmed. */
final class DraftCheck {
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
                .filter(push -> push.isSend() && push.isOut())
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
        tapped.stream()
                .filter(Tapped::confirms)
                .flatMap(tap -> tap.decides().stream())
                .forEach(version -> wanted.add(version.split(":", -1)[0]));
        for (var draft : evidence.drafts()) {
            var of = records.getOrDefault(draft.id(), List.of());
            if (draft.wasConfirmed() && of.isEmpty()) {
                add(Verdict.LOST, "a confirmed draft has no follow-up", "draft " + draft.id());
            }
            if (of.size() > 1 || !draft.wasConfirmed() && !of.isEmpty()) {
                add(Verdict.DUPLICATED, of.size() + " follow-ups of a draft that is " + draft.status(), draft.id());
            }
            boolean undone = draft.status().equals("UNDONE");
            if (of.stream().anyMatch(record -> record.withdrawn() != undone)) {
                add(
                        Verdict.LOST,
                        undone
                                ? "an undone draft's follow-up stands"
                                : "a follow-up was withdrawn, its draft not undone",
                        "draft " + draft.id());
            }
            if (!of.isEmpty() && !wanted.contains(draft.id())) {
                add(Verdict.DUPLICATED, "a follow-up that nobody confirmed", "draft " + draft.id());
            }
        }
    }

    private void decided(List<Tapped> tapped) {
        Map<String, DraftRow> drafts = new HashMap<>();
        evidence.drafts().forEach(draft -> drafts.put(draft.id(), draft));
        tapped.stream().filter(Tapped::acknowledged).forEach(tap -> tap.decides()
                .forEach(version -> decided(tap, version, drafts.get(version.split(":", -1)[0]))));
    }

    private void decided(Tapped tap, String version, @Nullable DraftRow draft) {
        if (draft == null) {
            add(Verdict.LOST, "a tapped draft is gone", version + " " + tap.sourceKey());
        } else if (draft.isOpen() && version.equals(draft.id() + ":" + draft.version())) {
            add(
                    Verdict.LOST,
                    "a tap on an open draft's version had no effect",
                    tap.key() + " for " + version + " " + tap.sourceKey());
        }
    }

    /**
     * A customer's wish in two drafts would be recorded twice; unless one was undone, whose record is withdrawn and whose
     * words may come again with the next ones.
     */
    private void wordsTwice() {
        Set<String> wishes = new HashSet<>();
        evidence.chat().values().stream()
                .filter(row -> row.body().contains("代号"))
                .forEach(row -> wishes.add(row.id()));
        Map<String, String> draftOf = new HashMap<>();
        for (var draft : evidence.drafts()) {
            boolean undone = draft.status().equals("UNDONE");
            for (var message : draft.messages()) {
                var other = wishes.contains(message) && !undone ? draftOf.putIfAbsent(message, draft.id()) : null;
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
