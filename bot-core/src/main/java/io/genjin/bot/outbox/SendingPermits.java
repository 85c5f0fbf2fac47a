package io.genjin.bot.outbox;

import io.genjin.bot.platform.SharedState;
import io.genjin.crm.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.springframework.stereotype.Component;

/**
 * Below WeCom's limits per member (doc 90312): a sliding window of sent messages in Redis, shared by all nodes; while
 * Redis is away each node keeps a window of its own, a fifth of the size. Thread-safe.
 */
@Component
class SendingPermits {
    /** KEYS window; ARGV now, name, then pairs of span and limit, the longest span last. 0, or ms until there is room. */
    private static final String TAKE = """
            local now = tonumber(ARGV[1])
            local longest = tonumber(ARGV[#ARGV - 1])
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - longest)
            local wait = 0
            for i = 3, #ARGV, 2 do
              local span = tonumber(ARGV[i])
              local limit = tonumber(ARGV[i + 1])
              local sent = redis.call('ZRANGEBYSCORE', KEYS[1], now - span + 1, '+inf', 'WITHSCORES')
              local count = #sent / 2
              if count >= limit then
                local frees = tonumber(sent[(count - limit) * 2 + 2]) + span - now
                if frees > wait then wait = frees end
              end
            end
            if wait > 0 then return wait end
            redis.call('ZADD', KEYS[1], now, ARGV[2])
            redis.call('PEXPIRE', KEYS[1], longest)
            return 0
            """;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Small enough that a full shared minute and what a few nodes add by themselves stay below WeCom's limit. */
    private static final int ALONE = 5;

    private final SharedState shared;
    private final OutboxProperties properties;
    private final InstantSource clock;
    private final Map<String, Deque<Instant>> own = new ConcurrentHashMap<>();

    SendingPermits(SharedState shared, OutboxProperties properties, InstantSource clock) {
        this.shared = shared;
        this.properties = properties;
        this.clock = clock;
    }

    /** Takes a permit for one message; empty when taken, else how long to wait before asking again. */
    Optional<Duration> take(Recipient recipient) {
        Instant now = clock.instant();
        Deque<Instant> mine = own.computeIfAbsent(recipient.value(), key -> new ArrayDeque<>());
        long wait = shared.ask(redis -> takeShared(redis, recipient, now, mine), () -> takeOwn(now, mine));
        return wait <= 0 ? Optional.empty() : Optional.of(Duration.ofMillis(wait));
    }

    private long takeShared(RedissonClient redis, Recipient recipient, Instant now, Deque<Instant> mine) {
        long wait = redis.getScript(StringCodec.INSTANCE)
                .<Long>eval(
                        RScript.Mode.READ_WRITE,
                        TAKE,
                        RScript.ReturnType.LONG,
                        List.of("genjin:permits:" + recipient.value()),
                        String.valueOf(now.toEpochMilli()),
                        Ids.next(),
                        "60000",
                        String.valueOf(properties.memberPerMinute()),
                        "3600000",
                        String.valueOf(properties.memberPerHour()));
        if (wait <= 0) {
            synchronized (mine) {
                forgetOld(now, mine);
                mine.addLast(now);
            }
        }
        return wait;
    }

    private long takeOwn(Instant now, Deque<Instant> mine) {
        int limit = Math.max(1, properties.memberPerMinute() / ALONE);
        synchronized (mine) {
            forgetOld(now, mine);
            if (mine.size() >= limit) {
                Instant frees =
                        mine.stream().skip(mine.size() - limit).findFirst().orElse(now);
                return Duration.between(now, frees.plus(MINUTE)).toMillis() + 1;
            }
            mine.addLast(now);
            return 0;
        }
    }

    private static void forgetOld(Instant now, Deque<Instant> sent) {
        while (!sent.isEmpty() && !sent.peekFirst().isAfter(now.minus(MINUTE))) {
            sent.removeFirst();
        }
    }
}
