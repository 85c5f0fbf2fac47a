package io.genjin.bot.wecom;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import org.jspecify.annotations.Nullable;

/**
 * WxJava's client with two differences. A request is made once (twice when the token had to be renewed): retries are the
 * outbox's, WxJava's own would sleep on the calling thread and hide the errcode in the end. And a gettoken that was
 * refused because of the credentials is not repeated for an hour, because WeCom answers repeated wrong secrets by
 * blocking the IP address (doc 90455).
 */
final class WeComClient extends WxCpServiceImpl {
    private static final Set<Integer> BAD_CREDENTIALS = Set.of(40001, 40013, 40091);
    private static final Duration REST = Duration.ofHours(1);

    private final InstantSource clock;
    private volatile @Nullable Instant restUntil;
    private volatile @Nullable WxError refusal;

    WeComClient(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public <T, E> T execute(RequestExecutor<T, E> executor, String uri, E data) throws WxErrorException {
        return executeInternal(executor, uri, data, false);
    }

    @Override
    public String getAccessToken(boolean forceRefresh) throws WxErrorException {
        Lock oneAtATime = getWxCpConfigStorage().getAccessTokenLock();
        oneAtATime.lock();
        try {
            // Asked again behind the lock: whoever waited for it must not repeat what was refused meanwhile.
            Instant until = restUntil;
            WxError known = refusal;
            if (until != null && known != null && clock.instant().isBefore(until)) {
                throw new WxErrorException(known);
            }
            return super.getAccessToken(forceRefresh);
        } catch (WxErrorException refused) {
            WxError error = refused.getError();
            if (error != refusal && BAD_CREDENTIALS.contains(error.getErrorCode())) {
                refusal = error;
                restUntil = clock.instant().plus(REST);
            }
            throw refused;
        } finally {
            oneAtATime.unlock();
        }
    }
}
