package io.genjin.sandbox.campaign;

import io.genjin.sandbox.campaign.Evidence.ChatRow;
import io.genjin.sandbox.campaign.Finding.Verdict;
import io.genjin.sandbox.campaign.Ledger.Said;
import io.genjin.sandbox.campaign.Ledger.Tapped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Each message that is owed: handled, in the conversation once, in a draft if it asks for something, answered if asked. */
final class WordsCheck {
    private static final int DONE = 1;

    private final Evidence evidence;
    private final List<Tapped> tapped;
    private final Set<String> inDrafts = new HashSet<>();
    private final Set<String> causes;
    private final List<Finding> findings = new ArrayList<>();

    private WordsCheck(List<Tapped> tapped, Evidence evidence) {
        this.evidence = evidence;
        this.tapped = tapped.stream().filter(Tapped::acknowledged).toList();
        evidence.drafts().forEach(draft -> inDrafts.addAll(draft.messages()));
        causes = evidence.pushes().stream()
                .filter(Evidence.PushRow::isOut)
                .map(Evidence.PushRow::cause)
                .collect(Collectors.toSet());
    }

    static List<Finding> check(List<Said> said, List<Tapped> tapped, Evidence evidence) {
        var check = new WordsCheck(tapped, evidence);
        said.stream().filter(Said::owed).forEach(check::words);
        check.twice();
        return check.findings;
    }

    private void words(Said said) {
        handled(said);
        var kind = said.line().kind();
        if (kind.byCustomer() || kind.makesDraft()) {
            var chat = evidence.chat().get(chatKey(said, evidence));
            if (chat == null) {
                lost(said, "is in no conversation");
            } else if (kind.makesDraft() && !inDrafts.contains(chat.id())) {
                var verdict = joinsADecidedOne(said, chat) ? Verdict.JOINED_A_DECIDED_ONE : Verdict.LOST;
                add(verdict, said, "is in no draft, as message " + chat.id());
            }
        } else if (kind == Line.Kind.REP_COMMAND && !causes.contains("reply:" + said.id())) {
            lost(said, "was not answered");
        }
    }

    private void handled(Said said) {
        var entry = evidence.inbox().get(said.sourceKey());
        if (entry == null) {
            lost(said, "is not in the inbox");
        } else if (entry.state() != DONE) {
            lost(
                    said,
                    "was not handled: state " + entry.state() + " after " + entry.attempts() + " attempts, "
                            + entry.note());
        } else if (entry.note().startsWith("ignored")) {
            lost(said, "was ignored");
        }
    }

    /** What the conversation knows a message by; a text in the form of a copied chat is kept line by line. */
    static String chatKey(Said said, Evidence evidence) {
        var key = said.line().kind().byCustomer() ? said.sourceKey() : "member:" + said.id();
        return evidence.chat().containsKey(key) ? key : key + ":0";
    }

    /**
     * On a node whose clock is behind another's, a decided draft of this conversation lies in the future, and takes it. That
     * can only be where the tap that decided was begun before the words were through: without a cool-down, which is what
     * {@link Outside#settings} sets, words after a decision begin a draft of their own.
     */
    private boolean joinsADecidedOne(Said said, ChatRow message) {
        return evidence.drafts().stream()
                .filter(draft -> draft.thread().equals(message.thread())
                        && draft.decidedAt().isAfter(message.receivedAt()))
                .anyMatch(draft ->
                        tapped.stream().anyMatch(tap -> tap.begun() < said.ended() && tap.decides(draft.id())));
    }

    /** Every text is another one: the same words twice are one message twice. */
    private void twice() {
        Map<String, String> keys = new HashMap<>();
        evidence.chat().forEach((key, row) -> {
            var earlier = keys.putIfAbsent(row.thread() + " " + row.body(), key);
            if (earlier != null) {
                findings.add(new Finding(
                        Verdict.DUPLICATED, "a message is in its conversation twice", earlier + ", " + key));
            }
        });
    }

    private void lost(Said said, String how) {
        add(Verdict.LOST, said, how);
    }

    private void add(Verdict verdict, Said said, String how) {
        var line = said.line();
        findings.add(new Finding(
                verdict,
                "message " + line.number() + " (" + line.kind() + ", customer " + line.customer() + ") " + how,
                said.sourceKey()));
    }
}
