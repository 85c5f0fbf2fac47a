package io.genjin.bot.outbox;

import io.genjin.bot.outbox.Charge.Item;
import io.genjin.bot.platform.BusinessTime;
import io.genjin.bot.platform.SharedState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps all nodes together below WeCom's limits: counted in Redis, and by each node for itself while Redis is away.
 * Thread-safe.
 */
@Component
class SendingPermits {
    private final SharedState state;
    private final Ceilings ceilings;
    private final SharedPermits shared;
    private final OwnPermits own;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private volatile LocalDate told = LocalDate.MIN;

    SendingPermits(SharedState state, Ceilings ceilings, ApplicationEventPublisher events, InstantSource clock) {
        this.state = state;
        this.ceilings = ceilings;
        this.shared = new SharedPermits(ceilings);
        this.own = new OwnPermits(ceilings);
        this.events = events;
        this.clock = clock;
    }

    /** Takes what a push needs, of every limit or of none; empty when taken, else how long to wait before asking again. */
    Optional<Duration> take(Charge charge) {
        List<Item> items = charge.items().stream()
                .filter(item -> ceilings.apply(item.limit()))
                .toList();
        if (items.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Duration wait = state.ask(redis -> shared.take(redis, items, now), () -> alone(items, now));
        noticeQuota(BusinessTime.dayOf(now));
        return wait.isZero() ? Optional.empty() : Optional.of(wait);
    }

    private Duration alone(List<Item> items, Instant now) {
        Instant since = Objects.requireNonNullElse(state.awaySince(), now);
        Duration wait = own.take(items, now, since, shared.usedOn(BusinessTime.dayOf(now)));
        shared.alone(wait.isZero() ? items : List.of(), since);
        return wait;
    }

    private void noticeQuota(LocalDate today) {
        long used = shared.usedOn(today);
        if (used > 0 && used >= ceilings.digestsEnd() && !today.equals(told)) {
            events.publishEvent(new QuotaNearlyUsed(today, used, ceilings.quota()));
            told = today;
        }
    }
}
