package io.genjin.sandbox.wecom.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The troubles that are still to come. A path is {@code message/send} and the like, or {@code *} for all. Thread-safe. */
public final class Misbehaviour {
    private static final long HANG_NANOS = Duration.ofMinutes(2).toNanos();

    private final List<Planned> planned = new ArrayList<>();
    private int calms;

    /** Troubles the next calls of the path, so many times. */
    public synchronized void next(String path, Trouble trouble, int times) {
        planned.add(new Planned(path, trouble, times));
    }

    /** Troubles every call of the path until {@link #calm}. */
    public synchronized void always(String path, Trouble trouble) {
        next(path, trouble, Integer.MAX_VALUE);
    }

    /** WeCom is down: every connection is cut until {@link #calm}. */
    public void down() {
        always("*", Trouble.cut());
    }

    /** Ends all troubles; calls that hang are cut. */
    public synchronized void calm() {
        planned.clear();
        calms++;
        notifyAll();
    }

    /** What is still to come, for people to read. */
    public synchronized List<String> describe() {
        return planned.stream()
                .map(each -> each.path + " " + each.trouble.kind() + " " + each.trouble.value()
                        + (each.left == Integer.MAX_VALUE ? "" : " ×" + each.left))
                .toList();
    }

    synchronized Optional<Trouble> take(String path) {
        for (Iterator<Planned> all = planned.iterator(); all.hasNext(); ) {
            var each = all.next();
            if (each.path.equals("*") || each.path.equals(path)) {
                if (each.left != Integer.MAX_VALUE && --each.left == 0) {
                    all.remove();
                }
                return Optional.of(each.trouble);
            }
        }
        return Optional.empty();
    }

    /** Waits until calm, at most two minutes. */
    synchronized void awaitCalm() throws InterruptedException {
        var seen = calms;
        var deadline = System.nanoTime() + HANG_NANOS;
        while (calms == seen && System.nanoTime() < deadline) {
            wait(1000);
        }
    }

    private static final class Planned {
        private final String path;
        private final Trouble trouble;
        private int left;

        private Planned(String path, Trouble trouble, int left) {
            this.path = path;
            this.trouble = trouble;
            this.left = left;
        }
    }
}
