package io.genjin.sandbox.campaign;

import io.genjin.sandbox.wecom.callback.DeliveryPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Finds by experiment how long the database may be away without a callback being given up: the database is killed, a
 * rep writes in the same moment, which is the worst one, and the database comes back after ever longer.
 */
final class Outage {
    private static final Duration STEP = Duration.ofSeconds(4);

    private final Outside outside;
    private final Cast cast;
    private final Ledger ledger;
    private final Consumer<String> log;

    Outage(Outside outside, Cast cast, Ledger ledger, Consumer<String> log) {
        this.outside = outside;
        this.cast = cast;
        this.ledger = ledger;
        this.log = log;
    }

    /**
     * @param harmless the longest outage tried that lost nothing
     * @param harmful the first that lost something, or zero when none of those tried did
     * @param spans from the first to the last delivery of the text that was given up, or of the last that was not
     */
    record Measured(Duration harmless, Duration harmful, Duration spans) {}

    /** Tries outages from four seconds on, up to the limit. */
    Measured measure(int firstNumber, Duration limit) throws InterruptedException {
        var harmless = Duration.ZERO;
        var spans = Duration.ZERO;
        int number = firstNumber;
        for (var length = STEP; length.compareTo(limit) <= 0; length = length.plus(STEP)) {
            var tried = tryOne(number++, length);
            spans = tried.spans();
            log.accept("database away for " + length + ": " + (tried.kept() ? "kept" : "given up by WeCom"));
            if (!tried.kept()) {
                return new Measured(harmless, length, spans);
            }
            harmless = length;
        }
        return new Measured(harmless, Duration.ZERO, spans);
    }

    private record Tried(boolean kept, Duration spans) {}

    private Tried tryOne(int number, Duration length) throws InterruptedException {
        int customer = number % cast.customers();
        var plan = DeliveryPlan.once();
        var text = cast.company(customer) + "要报价，代号" + Phrases.code(number);
        var line = new Line(number, Line.Kind.REP_CASE, customer, text, plan);
        var phone = outside.wecom().member(cast.userId(cast.repOf(customer)));
        outside.database().kill();
        long begun = System.nanoTime();
        var sending = CompletableFuture.supplyAsync(() -> phone.sends(text, plan));
        TimeUnit.MILLISECONDS.sleep(length.toMillis());
        outside.database().restart();
        var delivery = sending.join();
        ledger.add(Receipts.of(line, delivery, begun));
        var attempts = new ArrayList<>(delivery.attempts());
        var last = attempts.remove(attempts.size() - 1);
        var between = millis(attempts.stream().map(attempt -> attempt.millis()).toList());
        var spans = Duration.ofMillis(between).plus(Outside.RETRY_AFTER.multipliedBy(attempts.size()));
        return new Tried(delivery.accepted(), delivery.accepted() ? spans : spans.plusMillis(last.millis()));
    }

    private static long millis(List<Long> all) {
        return all.stream().mapToLong(Long::longValue).sum();
    }
}
