package io.genjin.benchmark.callback;

import io.genjin.benchmark.Samples;
import io.genjin.bot.wecom.Callback;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What the handlers of a {@link CallbackServer} were given, and how long after it was asked to be kept. Thread-safe. */
final class Handled {
    private final LongAdder count = new LongAdder();
    private final Map<String, Long> askedAt = new ConcurrentHashMap<>();
    private final Samples waits = new Samples();
    private volatile boolean listening;

    long count() {
        return count.sum();
    }

    /** Notes waits from now on; under load nobody does. */
    void listen() {
        listening = true;
    }

    void asked(Object payload) {
        if (listening) {
            askedAt.put(nameOf(payload), System.nanoTime());
        }
    }

    void started(Object payload) {
        long now = System.nanoTime();
        count.increment();
        Long asked = listening ? askedAt.remove(nameOf(payload)) : null;
        if (asked != null) {
            synchronized (waits) {
                waits.add((now - asked) / 1e6);
            }
        }
    }

    /** How many, and the median, 99th percentile and longest, in milliseconds. */
    String waits() {
        synchronized (waits) {
            return waits.size() + " " + waits.at(0.5) + " " + waits.at(0.99) + " " + waits.at(1);
        }
    }

    private static String nameOf(Object payload) {
        return payload instanceof Callback.MemberText text ? text.msgId() : payload.toString();
    }
}
