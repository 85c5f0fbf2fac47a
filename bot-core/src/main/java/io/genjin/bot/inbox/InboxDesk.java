package io.genjin.bot.inbox;

import io.genjin.bot.inbox.InboxHandler.Effect;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

/** Takes one claimed entry to its handler and ends it in the transaction of its effect. */
@Component
class InboxDesk {
    private static final Logger log = LoggerFactory.getLogger(InboxDesk.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Supplier<Map<String, List<InboxHandler<?>>>> handlers;
    private final InboxTable table;
    private final InboxProperties properties;
    private final TransactionTemplate tx;
    private final JsonMapper json;
    private final InstantSource clock;
    private final MeterRegistry meters;

    InboxDesk(
            ObjectProvider<InboxHandler<?>> handlers,
            InboxTable table,
            InboxProperties properties,
            TransactionTemplate tx,
            JsonMapper json,
            InstantSource clock,
            MeterRegistry meters) {
        // Asked for late, because handlers put things into the inbox, too.
        this.handlers = SingletonSupplier.of(() -> handlers.orderedStream()
                .collect(Collectors.groupingBy(handler -> handler.payload().getSimpleName())));
        this.table = table;
        this.properties = properties;
        this.tx = tx;
        this.json = json;
        this.clock = clock;
        this.meters = meters;
    }

    void handle(InboxItem item) {
        if (item.attempts() >= properties.maxAttempts()) {
            park(item, "never finished in " + item.attempts() + " attempts");
            return;
        }
        try {
            Optional<Effect> effect = decide(item);
            tx.executeWithoutResult(status -> {
                String note = effect.isPresent() ? null : "ignored: nobody handles it";
                if (table.finish(item, InboxTable.DONE, note, clock.instant())) {
                    effect.ifPresent(Effect::apply);
                }
            });
            count(item, effect.isPresent() ? "handled" : "ignored");
        } catch (RuntimeException | Error failed) {
            later(item, failed);
        }
    }

    private Optional<Effect> decide(InboxItem item) {
        for (InboxHandler<?> handler : handlers.get().getOrDefault(item.kind(), List.of())) {
            Optional<Effect> effect = offer(handler, item);
            if (effect.isPresent()) {
                return effect;
            }
        }
        return Optional.empty();
    }

    private <P> Optional<Effect> offer(InboxHandler<P> handler, InboxItem item) {
        P payload = json.readValue(item.payload(), handler.payload());
        return handler.wants(payload) ? Optional.of(handler.handle(payload)) : Optional.empty();
    }

    private void later(InboxItem item, Throwable failed) {
        // The exception's message may quote chat text: its type is what may be logged and shown.
        String reason = failed.getClass().getSimpleName();
        log.debug("inbox: {}", item.id(), failed);
        if (item.attempts() + 1 >= properties.maxAttempts()) {
            park(item, reason);
            return;
        }
        log.warn("inbox: {} {} failed ({}), trying again", item.kind(), item.id(), reason);
        count(item, "failed");
        unlessAway(item, () -> table.release(item, reason, clock.instant().plus(pause(item.attempts()))));
    }

    private void park(InboxItem item, String reason) {
        log.warn("inbox: {} {} is parked ({})", item.kind(), item.id(), reason);
        count(item, "parked");
        unlessAway(item, () -> table.finish(item, InboxTable.PARKED, reason, clock.instant()));
    }

    private static void unlessAway(InboxItem item, Runnable note) {
        try {
            note.run();
        } catch (RuntimeException databaseAway) {
            log.warn("inbox: {} stays claimed until its lease ends", item.id());
        }
    }

    private Duration pause(int attempts) {
        Duration doubled = properties.retryAfter().multipliedBy(1L << Math.min(attempts, 20));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private void count(InboxItem item, String outcome) {
        meters.counter("genjin.inbox", "kind", item.kind(), "outcome", outcome).increment();
    }
}
