package io.genjin.bot.doctor;

import io.genjin.bot.platform.SharedState;
import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Redis away is no illness: the node goes on by itself, and says so. */
@Component
class RedisHealthIndicator implements HealthIndicator {
    private final SharedState shared;

    RedisHealthIndicator(SharedState shared) {
        this.shared = shared;
    }

    @Override
    public Health health() {
        shared.ask(redis -> redis.getBucket("genjin:health").isExists(), () -> false);
        Instant away = shared.awaySince();
        return away == null
                ? Health.up().build()
                : Health.up()
                        .withDetail("away", "this node goes on by itself")
                        .withDetail("awaySince", away.toString())
                        .build();
    }
}
