package io.genjin.bot.wecom;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Which addresses guess at signatures: above {@code genjin.callback.invalid-a-minute} they are turned away unread until
 * the minute is over. An address that ever came with a right signature is always read, so that whoever shares WeCom's
 * way in (a proxy that hides addresses) can't shut WeCom out. This node's own sight, of bounded size; thread-safe.
 */
@Component
final class WrongSignatures {
    static final int MOST = 10_000;

    private final int limit;
    private final Set<String> proven = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private long minute;

    WrongSignatures(CallbackProperties properties) {
        this.limit = properties.invalidAMinute();
    }

    boolean turnsAway(String address, Instant now) {
        if (proven.contains(address)) {
            return false;
        }
        synchronized (counts) {
            return countsOf(now).getOrDefault(network(address), 0) >= limit;
        }
    }

    void wrong(String address, Instant now) {
        synchronized (counts) {
            countsOf(now).merge(network(address), 1, Integer::sum);
            if (counts.size() > MOST) {
                counts.remove(counts.keySet().iterator().next());
            }
        }
    }

    void right(String address) {
        if (proven.size() >= MOST) {
            // WeCom's handful comes back with its next callback.
            proven.clear();
        }
        proven.add(address);
    }

    int size() {
        synchronized (counts) {
            return counts.size() + proven.size();
        }
    }

    private Map<String, Integer> countsOf(Instant now) {
        long current = now.getEpochSecond() / 60;
        if (current != minute) {
            minute = current;
            counts.clear();
        }
        return counts;
    }

    /** Who has one IPv6 address has the 2^64 beside it, too. */
    private static String network(String address) {
        int end = -1;
        for (int group = 0; group < 4; group++) {
            end = address.indexOf(':', end + 1);
            if (end < 0) {
                return address;
            }
        }
        return address.substring(0, end);
    }
}
