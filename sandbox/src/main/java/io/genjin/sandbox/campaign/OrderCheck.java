package io.genjin.sandbox.campaign;

import io.genjin.sandbox.campaign.Evidence.PhoneLine;
import io.genjin.sandbox.campaign.Finding.Verdict;
import io.genjin.sandbox.campaign.Ledger.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Whoever was acknowledged before the next was begun stands before it: in the conversation, and in the answers. */
final class OrderCheck {
    private final Evidence evidence;
    private final List<Finding> findings = new ArrayList<>();

    private OrderCheck(Evidence evidence) {
        this.evidence = evidence;
    }

    static List<Finding> check(List<Said> said, Evidence evidence) {
        var check = new OrderCheck(evidence);
        check.conversations(said);
        check.answers(said);
        return check.findings;
    }

    private void conversations(List<Said> said) {
        Map<String, Integer> places = new HashMap<>();
        evidence.chat().keySet().forEach(key -> places.put(key, places.size()));
        var byConversation = split(
                said,
                each -> each.line().kind().byCustomer() || each.line().kind().makesDraft(),
                each -> (each.line().kind().byCustomer() ? "customer " : "rep about ")
                        + each.line().customer());
        byConversation.forEach((conversation, each) -> inOrder(
                "messages of " + conversation,
                each,
                one -> places.getOrDefault(WordsCheck.chatKey(one, evidence), -1)));
    }

    private void answers(List<Said> said) {
        Map<String, Integer> shownAt = new HashMap<>();
        for (PhoneLine line : evidence.phones()) {
            shownAt.putIfAbsent(line.msgId(), shownAt.size());
        }
        Map<String, Integer> places = new HashMap<>();
        evidence.pushes().forEach(push -> places.put(push.cause(), shownAt.getOrDefault(push.msgId(), -1)));
        var byRep = split(said, each -> each.line().kind() == Line.Kind.REP_COMMAND, each -> each.sourceKey()
                .replaceFirst(":[^:]*$", ""));
        byRep.forEach(
                (rep, each) -> inOrder("answers to " + rep, each, one -> places.getOrDefault("reply:" + one.id(), -1)));
    }

    private static Map<String, List<Said>> split(
            List<Said> said, Predicate<Said> wanted, Function<Said, String> conversation) {
        Map<String, List<Said>> split = new HashMap<>();
        said.stream().filter(each -> each.owed() && wanted.test(each)).forEach(each -> split.computeIfAbsent(
                        conversation.apply(each), absent -> new ArrayList<>())
                .add(each));
        return split;
    }

    /** What has no place is lost, not out of order. */
    private void inOrder(String what, List<Said> said, ToIntFunction<Said> place) {
        var placed = said.stream().filter(each -> place.applyAsInt(each) >= 0).toList();
        for (int i = 1; i < placed.size(); i++) {
            var earlier = placed.get(i - 1);
            var later = placed.get(i);
            if (earlier.before(later) && place.applyAsInt(earlier) > place.applyAsInt(later)) {
                findings.add(
                        new Finding(Verdict.OUT_OF_ORDER, what, earlier.sourceKey() + " after " + later.sourceKey()));
            }
        }
    }
}
