package io.genjin.sandbox.campaign;

import io.genjin.sandbox.campaign.Evidence.PhoneLine;
import io.genjin.sandbox.campaign.Evidence.PushRow;
import io.genjin.sandbox.campaign.Finding.Verdict;
import io.genjin.sandbox.campaign.Ledger.Tapped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Phones against the outbox: each push on its phone once, each tap answered, nothing dropped, nothing left behind. */
final class PhoneCheck {
    private static final int DONE = 1;

    private final Evidence evidence;
    private final List<Finding> findings = new ArrayList<>();

    private PhoneCheck(Evidence evidence) {
        this.evidence = evidence;
    }

    static List<Finding> check(List<Tapped> tapped, Evidence evidence) {
        var check = new PhoneCheck(evidence);
        check.settled();
        check.messages();
        check.cardsTwice();
        check.taps(tapped);
        evidence.dropped().forEach(each -> check.add(Verdict.DROPPED, "a message over a member's limit", each));
        return check.findings;
    }

    private void settled() {
        for (var push : evidence.pushes()) {
            if (!push.isOut() && push.state() != PushRow.DROPPED) {
                var what = push.state() == PushRow.PENDING ? "a push still waits" : "a push was given up";
                add(Verdict.LOST, what + " after " + push.attempts() + " attempts: " + push.reason(), id(push));
            }
        }
    }

    /** Message ids first; what WeCom confirmed without one is told by its task_id or its words. */
    private void messages() {
        Map<String, PhoneLine> left = new HashMap<>();
        evidence.phones().forEach(line -> left.put(line.msgId(), line));
        Set<String> dropped = new HashSet<>(evidence.dropped());
        List<PushRow> unnamed = new ArrayList<>();
        for (var push : evidence.pushes()) {
            if (push.isSend() && !(push.isOut() && left.remove(push.msgId()) != null)) {
                unnamed.add(push);
            }
        }
        for (var push : unnamed) {
            var line = left.values().stream().filter(each -> isOf(each, push)).findFirst();
            line.ifPresent(found -> left.remove(found.msgId()));
            boolean reported = dropped.stream().anyMatch(each -> each.endsWith(" " + push.msgId()));
            if (push.isOut() && line.isEmpty() && !reported) {
                add(Verdict.LOST, "a message that counts as sent is on no phone", id(push));
            } else if (push.state() == PushRow.DROPPED && push.attempts() == 0 && line.isPresent()) {
                add(Verdict.DUPLICATED, "a message is on a phone that was never sent", id(push));
            }
        }
        Map<String, Integer> excused = new HashMap<>();
        left.values().forEach(line -> surplus(line, excused));
    }

    private static boolean isOf(PhoneLine line, PushRow push) {
        return push.taskId().isEmpty()
                ? line.taskId().isEmpty()
                        && line.user().equals(push.user())
                        && line.text().equals(push.text())
                : line.taskId().equals(push.taskId());
    }

    /** An attempt that WeCom could not recognise may have put one line more on the phone of its own user, not two. */
    private void surplus(PhoneLine line, Map<String, Integer> excused) {
        var unchecked = evidence.pushes().stream()
                .filter(push -> push.isSend()
                        && !push.checked()
                        && isOf(line, push)
                        && line.taskId().isEmpty())
                .filter(push -> excused.getOrDefault(push.id(), 0) < push.attempts() - 1)
                .findFirst();
        unchecked.ifPresent(push -> excused.merge(push.id(), 1, Integer::sum));
        add(
                unchecked.isPresent() ? Verdict.REPEAT_WECOM_ALLOWS : Verdict.DUPLICATED,
                "a message is on " + line.user() + "'s phone once too often",
                line.msgId() + " " + line.taskId());
    }

    private void cardsTwice() {
        Map<String, String> shown = new HashMap<>();
        for (var line : evidence.phones()) {
            for (var version : line.versions()) {
                var earlier = shown.putIfAbsent(version, line.taskId());
                if (earlier != null) {
                    add(
                            Verdict.DUPLICATED,
                            "a draft's version came on two cards",
                            version + ": " + earlier + ", " + line.taskId());
                }
            }
        }
    }

    private void taps(List<Tapped> tapped) {
        Map<String, Long> answers = evidence.pushes().stream()
                .filter(push -> !push.code().isEmpty() && (push.isOut() || push.wasOvertaken()))
                .collect(Collectors.groupingBy(PushRow::code, Collectors.counting()));
        var redrawn = evidence.phones().stream()
                .filter(PhoneLine::redrawn)
                .map(PhoneLine::msgId)
                .collect(Collectors.toSet());
        for (var tap : tapped) {
            if (!tap.acknowledged()) {
                continue;
            }
            var entry = evidence.inbox().get(tap.sourceKey());
            long count = answers.getOrDefault(tap.code(), 0L);
            if (entry == null || entry.state() != DONE) {
                add(Verdict.LOST, "a tap was not handled: " + (entry == null ? "no entry" : entry.note()), id(tap));
            } else if (count == 0) {
                add(Verdict.LOST, "a tap was not answered", id(tap));
            } else if (count > 1) {
                add(Verdict.DUPLICATED, "a tap was answered " + count + " times", id(tap));
            } else if (!redrawn.contains(tap.msgId())) {
                add(Verdict.LOST, "a tapped card never changed", id(tap));
            }
        }
    }

    private static String id(Tapped tap) {
        return tap.user() + " " + tap.key() + " on " + tap.taskId() + " " + tap.sourceKey();
    }

    private static String id(PushRow push) {
        return push.kind() + " " + push.id() + " " + push.cause();
    }

    private void add(Verdict verdict, String what, String ids) {
        findings.add(new Finding(verdict, what, ids));
    }
}
