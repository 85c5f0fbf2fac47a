package io.genjin.sandbox.wecom.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Sliding windows by key: at most so many in so long. */
public final class RateWindow {
    private final Map<String, Deque<Instant>> used = new HashMap<>();

    /** Takes one permit if the window has room, else changes nothing. */
    public boolean permit(String key, int limit, Duration window, Instant now) {
        var times = used.computeIfAbsent(key + "/" + window, absent -> new ArrayDeque<>());
        while (!times.isEmpty() && !times.getFirst().isAfter(now.minus(window))) {
            times.removeFirst();
        }
        if (times.size() >= limit) {
            return false;
        }
        times.addLast(now);
        return true;
    }
}
