package io.genjin.bot.access;

import io.genjin.bot.platform.SharedState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.redisson.client.codec.StringCodec;
import org.springframework.stereotype.Component;

/** Texts under a key for a while: in Redis for all nodes, and on this node for the time that Redis is away. */
@Component
class ShortLived {
    private static final int MOST = 10_000;

    private final SharedState shared;
    private final InstantSource clock;
    private final Map<String, Entry> own = new LinkedHashMap<>();

    private record Entry(String value, Instant until) {}

    ShortLived(SharedState shared, InstantSource clock) {
        this.shared = shared;
        this.clock = clock;
    }

    void put(String key, String value, Duration life) {
        synchronized (own) {
            own.put(key, new Entry(value, clock.instant().plus(life)));
            if (own.size() > MOST) {
                own.remove(own.keySet().iterator().next());
            }
        }
        shared.ask(
                redis -> {
                    redis.<String>getBucket("genjin:" + key, StringCodec.INSTANCE)
                            .set(value, life);
                    return true;
                },
                () -> false);
    }

    Optional<String> get(String key) {
        return shared.ask(
                redis -> Optional.ofNullable(redis.<String>getBucket("genjin:" + key, StringCodec.INSTANCE)
                        .get()),
                () -> ownValue(key));
    }

    /** The value, which is gone afterwards. */
    Optional<String> take(String key) {
        Optional<String> mine = ownValue(key);
        synchronized (own) {
            own.remove(key);
        }
        return shared.ask(
                redis -> Optional.ofNullable(redis.<String>getBucket("genjin:" + key, StringCodec.INSTANCE)
                        .getAndDelete()),
                () -> mine);
    }

    void remove(String key) {
        take(key);
    }

    private Optional<String> ownValue(String key) {
        synchronized (own) {
            return Optional.ofNullable(own.get(key))
                    .filter(entry -> clock.instant().isBefore(entry.until()))
                    .map(Entry::value);
        }
    }
}
