package io.genjin.sandbox.wecom.api;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The last 5,000 calls of the server API. Thread-safe. */
public final class CallLog {
    private static final int REMEMBERED = 5000;

    private final List<RecordedCall> calls = new CopyOnWriteArrayList<>();

    void add(RecordedCall call) {
        calls.add(call);
        if (calls.size() > REMEMBERED) {
            calls.remove(0);
        }
    }

    /** All calls, the oldest first. */
    public List<RecordedCall> all() {
        return List.copyOf(calls);
    }

    /** The calls of one path, such as {@code message/send}. */
    public List<RecordedCall> of(String path) {
        return calls.stream().filter(call -> call.path().equals(path)).toList();
    }

    /** The calls that broke a rule. */
    public List<RecordedCall> refused() {
        return calls.stream().filter(RecordedCall::refused).toList();
    }
}
