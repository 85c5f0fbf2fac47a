package io.genjin.bot.doctor;

import io.genjin.bot.inbox.InboxQueue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** What waits and what was given up, from the gauges of inbox and outbox. */
@Component
class QueuesHealthIndicator implements HealthIndicator {
    private static final String INBOX_AGE = "genjin.inbox.age.seconds";
    private static final Map<String, String> GAUGES = gauges();

    private final MeterRegistry meters;
    private final InboxQueue queue;

    QueuesHealthIndicator(MeterRegistry meters, InboxQueue queue) {
        this.meters = meters;
        this.queue = queue;
    }

    private static Map<String, String> gauges() {
        Map<String, String> gauges = new LinkedHashMap<>();
        gauges.put("inboxAgeSeconds", INBOX_AGE);
        gauges.put("inboxParked", "genjin.inbox.parked");
        gauges.put("outboxAgeSeconds", "genjin.outbox.age.seconds");
        gauges.put("outboxGivenUp", "genjin.outbox.dead");
        return gauges;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (Map.Entry<String, String> each : GAUGES.entrySet()) {
            Gauge gauge = meters.find(each.getValue()).gauge();
            double value = gauge == null ? Double.NaN : gauge.value();
            if (Double.isNaN(value)) {
                // The database is away, which its own indicator says; asking on would wait for each.
                return Health.unknown().build();
            }
            health.withDetail(each.getKey(), Math.round(value));
            if (each.getValue().equals(INBOX_AGE) && value > queue.alarmAfter().toSeconds()) {
                health.status("DEGRADED");
            }
        }
        return health.build();
    }
}
