package io.genjin.sandbox.wecom.callback;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.node.ObjectNode;

/** One callback and what became of it. Thread-safe. */
public final class Delivery {
    private final Instant at;
    private final String what;
    private final String xml;
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
    private final List<ObjectNode> replies = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private volatile boolean held;
    private volatile boolean over;

    Delivery(Instant at, String what, String xml) {
        this.at = at;
        this.what = what;
        this.xml = xml;
    }

    /** When it was due. */
    public Instant at() {
        return at;
    }

    /** Its kind in a few words, without chat text. */
    public String what() {
        return what;
    }

    /** The plain XML. */
    public String xml() {
        return xml;
    }

    /** Every request, in order. */
    public List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /** The HTTP status of every request; 0 where no answer came within five seconds. */
    public List<Integer> statuses() {
        return attempts.stream().map(Attempt::status).toList();
    }

    /** Whether one request at least was answered 200. */
    public boolean accepted() {
        return attempts.stream().anyMatch(attempt -> attempt.status() == 200);
    }

    /** Whether WeCom has stopped trying without success. */
    public boolean givenUp() {
        return over && !accepted();
    }

    /** Whether it waits to be released. */
    public boolean held() {
        return held;
    }

    /** Decrypted passive replies as trees of the XML. */
    public List<ObjectNode> replies() {
        return List.copyOf(replies);
    }

    /** What was wrong with a reply to a 200. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    void attempted(Attempt attempt) {
        attempts.add(attempt);
    }

    void replied(ObjectNode reply) {
        replies.add(reply);
    }

    /** Notes what was wrong with a reply. */
    public void complain(String complaint) {
        complaints.add(complaint);
    }

    /** No further request follows. */
    void end() {
        over = true;
    }

    void hold(boolean waiting) {
        held = waiting;
    }

    /**
     * One request.
     *
     * @param status the HTTP status, or 0 without an answer
     * @param note empty, or why there was no answer
     */
    public record Attempt(String node, int status, long millis, String note) {}
}
