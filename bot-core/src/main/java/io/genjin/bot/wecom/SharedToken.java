package io.genjin.bot.wecom;

import io.genjin.bot.platform.SharedState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import me.chanjar.weixin.common.bean.WxAccessToken;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;

/**
 * One access_token for all nodes (doc 91039), kept in Redis under corporation and module; each node keeps its own while
 * Redis is away. A late failure of an old token does not throw a newer one away.
 */
final class SharedToken extends WxCpDefaultConfigImpl {
    private static final long serialVersionUID = 1L;
    private static final Duration MARGIN = Duration.ofMinutes(3);

    private final transient SharedState shared;
    private final transient InstantSource clock;
    private final String key;
    private volatile @Nullable Held own;

    record Held(String token, long expiresAtMillis) {
        boolean expired(Instant now) {
            return now.toEpochMilli() >= expiresAtMillis;
        }

        String text() {
            return expiresAtMillis + " " + token;
        }

        static @Nullable Held of(@Nullable String text) {
            int space = text == null ? -1 : text.indexOf(' ');
            return text == null || space < 1
                    ? null
                    : new Held(text.substring(space + 1), Long.parseLong(text.substring(0, space)));
        }
    }

    SharedToken(SharedState shared, InstantSource clock, String key) {
        this.shared = shared;
        this.clock = clock;
        this.key = "genjin:token:" + key;
    }

    @Override
    public String getAccessToken() {
        Held held = held();
        return held == null ? "" : held.token();
    }

    @Override
    public boolean isAccessTokenExpired() {
        Held held = held();
        return held == null || held.expired(clock.instant());
    }

    @Override
    public void expireAccessToken() {
        Held stale = own;
        own = null;
        shared.ask(
                redis -> {
                    String now = redis.<String>getBucket(key, TEXT).get();
                    if (stale == null || now == null || now.equals(stale.text())) {
                        redis.getBucket(key, TEXT).delete();
                    }
                    return true;
                },
                () -> false);
    }

    @Override
    public synchronized void updateAccessToken(WxAccessToken token) {
        updateAccessToken(token.getAccessToken(), token.getExpiresIn());
    }

    @Override
    public synchronized void updateAccessToken(String token, int expiresInSeconds) {
        Duration life = Duration.ofSeconds(expiresInSeconds);
        Duration margin = life.compareTo(MARGIN.multipliedBy(2)) > 0 ? MARGIN : life.dividedBy(10);
        Held fresh = new Held(token, clock.instant().plus(life).minus(margin).toEpochMilli());
        own = fresh;
        shared.ask(
                redis -> {
                    redis.<String>getBucket(key, TEXT).set(fresh.text(), life);
                    return true;
                },
                () -> false);
    }

    private @Nullable Held held() {
        Held mine = own;
        if (mine != null && !mine.expired(clock.instant())) {
            return mine;
        }
        return own = shared.ask(
                (RedissonClient redis) ->
                        Held.of(redis.<String>getBucket(key, TEXT).get()),
                () -> mine);
    }

    private static final org.redisson.client.codec.Codec TEXT =
            Objects.requireNonNull(org.redisson.client.codec.StringCodec.INSTANCE);
}
