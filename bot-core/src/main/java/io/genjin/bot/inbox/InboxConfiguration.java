package io.genjin.bot.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InboxProperties.class)
class InboxConfiguration {

    @Bean
    InboxClaims inboxClaims(InboxProperties properties, NamedParameterJdbcTemplate jdbc, TransactionTemplate tx) {
        return switch (properties.claim()) {
            case SKIP_LOCKED -> new SkipLockedClaims(jdbc, tx);
            case GUARDED_UPDATE -> new GuardedUpdateClaims(jdbc);
        };
    }

    @Bean
    InboxMeters inboxMeters(InboxTable table, InstantSource clock, MeterRegistry meters) {
        return new InboxMeters(table, clock, meters);
    }

    /** Queue age and parked entries, read when the metrics are scraped. */
    static final class InboxMeters {
        InboxMeters(InboxTable table, InstantSource clock, MeterRegistry meters) {
            meters.gauge(
                    "genjin.inbox.age.seconds",
                    table,
                    inbox -> inbox.oldestWaiting(clock.instant()).toMillis() / 1000.0);
            meters.gauge("genjin.inbox.parked", table, inbox -> inbox.parked());
        }
    }
}
