package io.genjin.bot.doctor;

import io.genjin.bot.wecom.CallbackWatch;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** From when to when this node sent callbacks away; WeCom repeats them, but not for ever. */
@Component
class CallbacksHealthIndicator implements HealthIndicator {
    private final CallbackWatch watch;

    CallbacksHealthIndicator(CallbackWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        Health.Builder health = watch.refusing() ? Health.status("DEGRADED") : Health.up();
        watch.lastRefused().ifPresent(refused -> health.withDetail(
                        "refusedFrom", refused.from().toString())
                .withDetail("refusedUntil", refused.until().toString()));
        return health.build();
    }
}
