package io.genjin.bot.outbox;

import io.genjin.bot.outbox.Charge.Item;
import io.genjin.bot.platform.BusinessTime;
import io.genjin.crm.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/**
 * What all nodes used of the limits, in Redis: a hash of counted cells for each window. One script looks at all windows
 * of a charge and takes of all of them or of none. A Redis that lost its memory is noticed, and for the length of a
 * window only the spare part of its limit is used; one that was merely silent for a while costs no more than a minute.
 * Thread-safe.
 */
final class SharedPermits {
    /** One slot of a Redis cluster for all, since one script uses several keys. */
    private static final String PREFIX = "{genjin:permits}:";

    /**
     * KEYS memory, then a window for each item. ARGV now, the memory this node knows, for how long it was alone (0: it was
     * not), a name for a new memory; then for each item cell (0: a calendar day), span or what is left of the day, whole, spare, weight,
     * how much of the day this node knows to be used, and what it used alone since. Answers wait, used of the day, memory.
     */
    private static final String TAKE = """
            local now, known, apart = tonumber(ARGV[1]), ARGV[2], tonumber(ARGV[3])
            local memory = redis.call('HGET', KEYS[1], 'memory')
            local forgot = known ~= '' and known ~= memory
            if not memory then
              memory = ARGV[4]
              redis.call('HSET', KEYS[1], 'memory', memory)
            end
            if forgot or apart > 0 then redis.call('HSET', KEYS[1], 'shaken', ARGV[1]) end
            if forgot or apart >= 3600000 then redis.call('HSET', KEYS[1], 'lost', ARGV[1]) end
            local shaken = tonumber(redis.call('HGET', KEYS[1], 'shaken') or '0')
            local lost = tonumber(redis.call('HGET', KEYS[1], 'lost') or '0')
            local wait, used = 0, 0
            for i = 2, #KEYS do
              local a = 5 + (i - 2) * 7
              local cell, span, limit = tonumber(ARGV[a]), tonumber(ARGV[a + 1]), tonumber(ARGV[a + 2])
              local weight = tonumber(ARGV[a + 4])
              if cell == 0 then
                used = tonumber(redis.call('HGET', KEYS[i], 'day') or '0')
                local atLeast = tonumber(ARGV[a + 5])
                used = math.max(used, atLeast) + tonumber(ARGV[a + 6])
                redis.call('HSET', KEYS[i], 'day', used)
                redis.call('PEXPIRE', KEYS[i], 172800000)
                if used + weight > limit then wait = math.max(wait, span) end
              else
                -- In a shorter silence nodes kept to the spare part of a longer window.
                local since = span > 60000 and lost or shaken
                local blind = since > 0 and now - since < span and now - since > -span
                if blind then limit = tonumber(ARGV[a + 3]) end
                local flat = redis.call('HGETALL', KEYS[i])
                local cells, total, this = {}, 0, math.floor(now / cell)
                for j = 1, #flat, 2 do
                  local at, count = tonumber(flat[j]), tonumber(flat[j + 1])
                  if (at + 1) * cell + span <= now then
                    redis.call('HDEL', KEYS[i], flat[j])
                  else
                    -- Counted by a clock that was far ahead: it was just now.
                    if at * cell > now + 60000 then
                      redis.call('HDEL', KEYS[i], flat[j])
                      redis.call('HINCRBY', KEYS[i], this, count)
                      at = this
                    end
                    cells[#cells + 1] = {at, count}
                    total = total + count
                  end
                end
                if total + weight > limit then
                  table.sort(cells, function(a, b) return a[1] < b[1] end)
                  local frees, over = span, total + weight - limit
                  for _, each in ipairs(cells) do
                    over = over - each[2]
                    if over <= 0 then
                      frees = (each[1] + 1) * cell + span - now
                      break
                    end
                  end
                  if blind then frees = math.min(frees, since + span - now) end
                  wait = math.max(wait, frees, 1)
                end
              end
            end
            if wait == 0 then
              for i = 2, #KEYS do
                local a = 5 + (i - 2) * 7
                local cell, span, weight = tonumber(ARGV[a]), tonumber(ARGV[a + 1]), ARGV[a + 4]
                if cell == 0 then
                  used = redis.call('HINCRBY', KEYS[i], 'day', weight)
                else
                  redis.call('HINCRBY', KEYS[i], math.floor(now / cell), weight)
                  redis.call('PEXPIRE', KEYS[i], span + 2 * cell)
                end
              end
            end
            return {string.format('%d', wait), string.format('%d', used), memory}
            """;

    private final Ceilings ceilings;
    private final AtomicReference<@Nullable Instant> aloneSince = new AtomicReference<>();
    private final AtomicLong owed = new AtomicLong();
    private volatile String memory = "";
    private volatile Day day = new Day(LocalDate.MIN, 0);

    SharedPermits(Ceilings ceilings) {
        this.ceilings = ceilings;
    }

    /** How much of a day's quota was used, as far as this node has heard. */
    private record Day(LocalDate date, long used) {}

    /** Takes all of these; zero when taken, else how long to wait before asking again. */
    Duration take(RedissonClient redis, List<Item> items, Instant now) {
        LocalDate today = BusinessTime.dayOf(now);
        boolean quota = items.stream().anyMatch(item -> item.limit() == SendingLimit.QUOTA_DAY);
        Instant alone = aloneSince.getAndSet(null);
        long debt = quota ? owed.getAndSet(0) : 0;
        try {
            List<String> answer = redis.getScript(StringCodec.INSTANCE)
                    .eval(
                            RScript.Mode.READ_WRITE,
                            TAKE,
                            RScript.ReturnType.LIST,
                            keys(items, today),
                            values(items, now, today, alone, debt));
            memory = answer.get(2);
            if (quota) {
                day = new Day(today, Long.parseLong(answer.get(1)));
            }
            return Duration.ofMillis(Long.parseLong(answer.get(0)));
        } catch (RuntimeException unheard) {
            remember(alone);
            owed.addAndGet(debt);
            throw unheard;
        }
    }

    private static List<Object> keys(List<Item> items, LocalDate today) {
        List<Object> keys = new ArrayList<>();
        keys.add(PREFIX + "memory");
        items.forEach(item -> keys.add(PREFIX + item.key() + (item.limit().daily() ? ":" + today : "")));
        return keys;
    }

    private Object[] values(List<Item> items, Instant now, LocalDate today, @Nullable Instant alone, long debt) {
        long apart =
                alone == null ? 0 : Math.max(1, Duration.between(alone, now).toMillis());
        List<Object> values = new ArrayList<>(List.of(now.toEpochMilli(), memory, apart, Ids.next()));
        for (Item item : items) {
            boolean daily = item.limit().daily();
            boolean quota = item.limit() == SendingLimit.QUOTA_DAY;
            values.addAll(List.of(
                    daily ? 0 : item.limit().cell().toMillis(),
                    (daily ? leftOf(today, now) : item.limit().window()).toMillis(),
                    ceilings.whole(item),
                    ceilings.spare(item),
                    item.weight(),
                    quota ? usedOn(today) : 0,
                    quota ? debt : 0));
        }
        return values.stream().map(String::valueOf).toArray();
    }

    /** Says that this node, without Redis since then, used limits of which Redis does not know. */
    void alone(List<Item> items, Instant since) {
        remember(since);
        items.stream()
                .filter(item -> item.limit() == SendingLimit.QUOTA_DAY)
                .forEach(item -> owed.addAndGet(item.weight()));
    }

    /** The earliest counts, until a script has heard of it. */
    private void remember(@Nullable Instant since) {
        aloneSince.accumulateAndGet(
                since, (known, fresh) -> known == null || (fresh != null && fresh.isBefore(known)) ? fresh : known);
    }

    /** How much of that day's quota all nodes had used when Redis was last heard. */
    long usedOn(LocalDate date) {
        Day known = day;
        return known.date().equals(date) ? known.used() : 0;
    }

    static Duration leftOf(LocalDate day, Instant now) {
        return Duration.between(now, BusinessTime.instant(day.plusDays(1), LocalTime.MIDNIGHT));
    }
}
