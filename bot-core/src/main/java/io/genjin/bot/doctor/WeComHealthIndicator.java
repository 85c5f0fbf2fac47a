package io.genjin.bot.doctor;

import io.genjin.bot.wecom.Standing;
import io.genjin.bot.wecom.WeComApi;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** How our token fared in the latest call; no call is made for it. */
@Component
class WeComHealthIndicator implements HealthIndicator {
    private final WeComApi wecom;

    WeComHealthIndicator(WeComApi wecom) {
        this.wecom = wecom;
    }

    @Override
    public Health health() {
        Standing standing = wecom.standing();
        Health.Builder health =
                switch (standing) {
                    case ACCEPTED -> Health.up();
                    case UNKNOWN -> Health.unknown();
                    case REFUSED, ADDRESS_REFUSED, SILENT -> Health.status("DEGRADED");
                };
        return health.withDetail("token", standing.name()).build();
    }
}
