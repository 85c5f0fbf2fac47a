package io.genjin.bot.doctor;

import io.genjin.bot.wecom.CallbackLog;
import io.genjin.bot.wecom.CallbackWatch;
import io.genjin.bot.wecom.CallbackWatch.Refusals;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * From when to when callbacks were sent away: by this node, else, since its start, by any; WeCom repeats them, but not for
 * ever.
 */
@Component
class CallbacksHealthIndicator implements HealthIndicator {
    private final CallbackWatch watch;
    private final CallbackLog book;

    CallbacksHealthIndicator(CallbackWatch watch, CallbackLog book) {
        this.watch = watch;
        this.book = book;
    }

    @Override
    public Health health() {
        Health.Builder health = watch.refusing() ? Health.status("DEGRADED") : Health.up();
        watch.lastRefused().or(this::written).ifPresent(refused -> health.withDetail(
                        "refusedFrom", refused.from().toString())
                .withDetail("refusedUntil", refused.until().toString()));
        return health.build();
    }

    private Optional<Refusals> written() {
        try {
            return book.read().refused();
        } catch (DataAccessException databaseAway) {
            // Its own indicator says so.
            return Optional.empty();
        }
    }
}
