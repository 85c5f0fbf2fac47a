package io.genjin.bot.inbox;

import io.genjin.bot.inbox.InboxRoutes.Route;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes claimed entries to their handlers and ends each in the transaction of its effect. */
@Component
class InboxDesk {
    private final InboxRoutes routes;
    private final InboxTable table;
    private final InboxFailures failures;
    private final InboxProperties properties;
    private final TransactionTemplate tx;
    private final InstantSource clock;
    private final MeterRegistry meters;

    InboxDesk(
            InboxRoutes routes,
            InboxTable table,
            InboxFailures failures,
            InboxProperties properties,
            TransactionTemplate tx,
            InstantSource clock,
            MeterRegistry meters) {
        this.routes = routes;
        this.table = table;
        this.failures = failures;
        this.properties = properties;
        this.tx = tx;
        this.clock = clock;
        this.meters = meters;
    }

    /** Whether deciding on {@code item} may wait for somebody outside. */
    boolean callsOut(InboxItem item) {
        return callingKinds().contains(item.kind());
    }

    /** The kinds whose entries may wait for somebody outside. */
    Set<String> callingKinds() {
        return routes.callingKinds();
    }

    /** Decides, outside any transaction; null when that failed, which is then written down. */
    @Nullable
    Decision decide(InboxItem item) {
        if (item.attempts() >= properties.maxAttempts()) {
            failures.park(item, "never finished in " + item.attempts() + " attempts");
            return null;
        }
        try {
            Optional<Route<?>> route = routes.routeOf(item);
            return new Decision(item, route.isPresent() ? route.get().decide() : null);
        } catch (RuntimeException | Error failed) {
            failures.later(item, failed);
            return null;
        }
    }

    /** Decides on one entry and ends it. */
    void handle(InboxItem item) {
        Decision decision = decide(item);
        if (decision != null) {
            end(decision);
        }
    }

    /**
     * Ends many with one UPDATE, in one transaction with all their effects. If one of them fails, or is no longer ours,
     * nothing of it has happened, and each is decided on and ended by itself.
     */
    void endAll(List<Decision> decisions) {
        if (decisions.size() == 1) {
            end(decisions.get(0));
        } else if (!decisions.isEmpty()) {
            try {
                endTogether(decisions);
            } catch (RuntimeException | Error failed) {
                if (Trouble.isDatabaseAway(failed)) {
                    failures.laterTogether(items(decisions), failed);
                } else {
                    handleEach(items(decisions));
                }
                return;
            }
            decisions.forEach(this::count);
        }
    }

    /** Handles one after the other, for as long as there is time for them and the database answers. */
    void handleEach(List<InboxItem> items) {
        for (InboxItem item : items) {
            if (failures.remembersAny() || item.isOld(clock.instant(), properties.lease())) {
                failures.remember(List.of(item));
            } else {
                handle(item);
            }
        }
    }

    private static List<InboxItem> items(List<Decision> decisions) {
        return decisions.stream().map(Decision::item).toList();
    }

    private void end(Decision decision) {
        try {
            Boolean ours = tx.execute(status -> {
                if (table.finish(List.of(decision.item()), InboxTable.DONE, decision.note(), clock.instant()) == 0) {
                    return false;
                }
                decision.apply();
                return true;
            });
            if (Boolean.TRUE.equals(ours)) {
                count(decision);
            }
        } catch (RuntimeException | Error failed) {
            failures.later(decision.item(), failed);
        }
    }

    private void endTogether(List<Decision> decisions) {
        if (decisions.stream().allMatch(Decision::quiet)) {
            // Nothing depends on whose they are by now: each UPDATE is a transaction of its own.
            DeadlockRetry.run(() -> finish(decisions));
            return;
        }
        tx.executeWithoutResult(status -> {
            if (finish(decisions) != decisions.size()) {
                throw new IllegalStateException("another worker has taken one of them over");
            }
            decisions.forEach(Decision::apply);
        });
    }

    private int finish(List<Decision> decisions) {
        Map<Boolean, List<Decision>> byWhetherHandled =
                decisions.stream().collect(Collectors.partitioningBy(decision -> decision.note() == null));
        return byWhetherHandled.values().stream()
                .filter(alike -> !alike.isEmpty())
                .mapToInt(alike -> table.finish(
                        alike.stream().map(Decision::item).toList(),
                        InboxTable.DONE,
                        alike.get(0).note(),
                        clock.instant()))
                .sum();
    }

    private void count(Decision decision) {
        String outcome = decision.effect() == null ? "ignored" : "handled";
        meters.counter("genjin.inbox", "kind", decision.item().kind(), "outcome", outcome)
                .increment();
    }
}
