package io.genjin.sandbox.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
     */
    record Tapped(
            String user,
            String msgId,
            String taskId,
            String key,
            String code,
            String sourceKey,
            boolean acknowledged) {}

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
