package io.genjin.bot.wecom;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When this node last heard a valid request of WeCom, and last had to send one away. Thread-safe. */
@Component
public class CallbackWatch {
    private volatile @Nullable Instant lastValid;
    private volatile @Nullable Instant lastRefused;

    void valid(Instant at) {
        lastValid = at;
    }

    void refused(Instant at) {
        lastRefused = at;
    }

    public Optional<Instant> lastValid() {
        return Optional.ofNullable(lastValid);
    }

    /** When a callback was last answered with a 503 because it could not be kept. */
    public Optional<Instant> lastRefused() {
        return Optional.ofNullable(lastRefused);
    }
}
