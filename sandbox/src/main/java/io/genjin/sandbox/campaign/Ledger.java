package io.genjin.sandbox.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What people did and what the bot acknowledged of it. Thread-safe. */
final class Ledger {
    private final List<Said> said = new ArrayList<>();
    private final List<Tapped> tapped = new ArrayList<>();

    /**
     * One message.
     *
     * @param id msgid of 微信客服, or MsgId of the member's text
     * @param sourceKey under which the bot's inbox keeps it
     * @param begun when it was said, and ended when its callback was answered or given up, in nanoseconds of one clock
     * @param acknowledged whether one delivery of its callback was answered 200
     */
    record Said(Line line, String id, String sourceKey, long begun, long ended, boolean acknowledged) {
        /** Whether the bot owes it: a customer's words wait in 微信客服 even when their callback is lost. */
        boolean owed() {
            return acknowledged || line.kind().byCustomer();
        }

        /** Whether this was over before that began. */
        boolean before(Said other) {
            return ended < other.begun;
        }
    }

    /**
     * One tap.
     *
     * @param key of the button
     * @param code that WeCom gave for the answer
     * @param begun when the thumb came down, in nanoseconds of the clock of {@link Said#begun}
     * @param ticked draft:version of each option that was chosen with it
     */
    record Tapped(
            String user,
            String msgId,
            String taskId,
            String key,
            String code,
            String sourceKey,
            long begun,
            boolean acknowledged,
            Set<String> ticked) {
        static final String CONFIRM = "draft.confirm:";
        static final String CONFIRM_LISTED = "draft.list:";
        static final String IGNORE = "draft.ignore:";

        /** Each draft:version that it is to decide on; empty for any other button. */
        Set<String> decides() {
            if (key.startsWith(CONFIRM_LISTED)) {
                return ticked;
            }
            if (key.startsWith(CONFIRM) || key.startsWith(IGNORE)) {
                return Set.of(key.substring(key.indexOf(':') + 1));
            }
            return Set.of();
        }

        /** Whether it is to decide on that draft, in whatever version. */
        boolean decides(String draft) {
            return decides().stream().anyMatch(each -> each.startsWith(draft + ":"));
        }

        /** Whether it asks for a follow-up. */
        boolean confirms() {
            return key.startsWith(CONFIRM) || key.startsWith(CONFIRM_LISTED);
        }
    }

    synchronized void add(Said each) {
        said.add(each);
    }

    synchronized void add(Tapped each) {
        tapped.add(each);
    }

    /** In the order of the plan. */
    synchronized List<Said> said() {
        return said.stream()
                .sorted(Comparator.comparingInt(each -> each.line().number()))
                .toList();
    }

    synchronized List<Tapped> tapped() {
        return List.copyOf(tapped);
    }
}
