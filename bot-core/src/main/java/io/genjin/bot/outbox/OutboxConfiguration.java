package io.genjin.bot.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxProperties.class)
class OutboxConfiguration {

    @Bean
    OutboxAge outboxAge(OutboxTable messages, InstantSource clock, MeterRegistry meters) {
        return new OutboxAge(messages, clock, meters);
    }

    /** Age of the oldest pending push and pushes given up, read when the metrics are scraped. */
    static final class OutboxAge {
        OutboxAge(OutboxTable messages, InstantSource clock, MeterRegistry meters) {
            meters.gauge(
                    "genjin.outbox.age.seconds",
                    messages,
                    outbox -> outbox.oldestPending(clock.instant()).toMillis() / 1000.0);
            meters.gauge("genjin.outbox.dead", messages, OutboxTable::dead);
        }
    }
}
