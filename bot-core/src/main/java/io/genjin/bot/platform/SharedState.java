package io.genjin.bot.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks Redis, and falls back to this node's own memory while Redis is away. After a failure Redis is left alone for a
 * moment, so that its absence slows nobody down. Health says which of the two answers. Thread-safe.
 */
@Component
public class SharedState {
    private static final Logger log = LoggerFactory.getLogger(SharedState.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final RedissonClient redisson;
    private final InstantSource clock;
    private volatile @Nullable Instant awaySince;
    // Not the clock's: a clock that is put back would leave Redis alone for that long.
    private volatile long leftAloneUntil = System.nanoTime();

    SharedState(RedissonClient redisson, InstantSource clock) {
        this.redisson = redisson;
        this.clock = clock;
    }

    /** What {@code shared} gets from Redis, or what {@code own} finds on this node when Redis does not answer. */
    public <T extends @Nullable Object> T ask(Function<RedissonClient, T> shared, Supplier<T> own) {
        if (System.nanoTime() - leftAloneUntil < 0) {
            return own.get();
        }
        try {
            T answer = shared.apply(redisson);
            if (awaySince != null) {
                awaySince = null;
                log.info("Redis answers again");
            }
            return answer;
        } catch (RuntimeException silent) {
            // Redisson reports an absent server through several unrelated exception types.
            Instant now = clock.instant();
            leftAloneUntil = System.nanoTime() + PAUSE.toNanos();
            if (awaySince == null) {
                awaySince = now;
                log.warn("Redis is away, this node goes on by itself: {}", silent.toString());
            }
            return own.get();
        }
    }

    /** Since when questions have found no Redis; null while it answers. */
    public @Nullable Instant awaySince() {
        return awaySince;
    }
}
