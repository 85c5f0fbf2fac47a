package io.genjin.bot.wecom;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
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

    /** As long as WeCom may take for one answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final InstantSource clock;
    private final AtomicInteger failures = new AtomicInteger();
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
        int before = failures.get();
        take(oneAtATime);
        try {
            // Asked again behind the lock: whoever waited for it must not repeat what was refused meanwhile.
            Instant until = restUntil;
            WxError known = refusal;
            if (until != null && known != null && clock.instant().isBefore(until)) {
                throw new WxErrorException(known);
            }
            if (failures.get() != before) {
                // Who waited while somebody else asked in vain would wait as long again, and the next one longer still.
                throw busy();
            }
            return super.getAccessToken(forceRefresh);
        } catch (WxRuntimeException silent) {
            failures.incrementAndGet();
            throw silent;
        } catch (WxErrorException refused) {
            failures.incrementAndGet();
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

    private static void take(Lock lock) throws WxErrorException {
        try {
            if (!lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    /** Reads like WeCom's own "busy": the same request again, later. */
    private static WxErrorException busy() {
        return new WxErrorException(
                WxError.builder().errorCode(-1).errorMsg("no token for now").build());
    }
}
