package io.genjin.sandbox.campaign;

import io.genjin.sandbox.wecom.WeComSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Says what the plan says. Whoever speaks speaks in order and waits for WeCom to be rid of one message before the next;
 * different people speak at the same time. Late callbacks hold nobody up.
 */
final class Traffic implements AutoCloseable {
    private static final int LANES = 24;
    /** Messages on their way at most, so that a bot that is away is not met by all of them at once. */
    private static final int UNDER_WAY = 150;

    private static final Duration LAST_WITHIN = Duration.ofMinutes(3);

    private final WeComSimulator wecom;
    private final Cast cast;
    private final Ledger ledger;
    private final List<ExecutorService> lanes = new ArrayList<>();
    private final ExecutorService late = Executors.newCachedThreadPool();
    private final Breakage breakage = new Breakage();
    private final Semaphore underWay = new Semaphore(UNDER_WAY);

    Traffic(WeComSimulator wecom, Cast cast, Ledger ledger) {
        this.wecom = wecom;
        this.cast = cast;
        this.ledger = ledger;
        for (int i = 0; i < LANES; i++) {
            lanes.add(Executors.newSingleThreadExecutor());
        }
    }

    /** Begins with this message; waits while too many are under way. */
    void begin(Line line) throws InterruptedException {
        underWay.acquire();
        var lane = line.how().after().isZero() ? lanes.get(speaker(line) % LANES) : late;
        var saying = breakage.watch(() -> say(line));
        lane.execute(() -> {
            saying.run();
            underWay.release();
        });
    }

    /**
     * Waits until every message was answered or given up.
     *
     * @throws IllegalStateException if that takes too long, or a message could not be said
     */
    void finish() throws InterruptedException {
        if (!underWay.tryAcquire(UNDER_WAY, LAST_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("callbacks are still under way after " + LAST_WITHIN);
        }
        underWay.release(UNDER_WAY);
        breakage.rethrow();
    }

    /** One customer, or one rep: reps after customers, so that the two don't share a number. */
    private int speaker(Line line) {
        return line.kind().byCustomer() ? line.customer() : cast.customers() + cast.repOf(line.customer());
    }

    private void say(Line line) {
        long begun = System.nanoTime();
        if (line.kind().byCustomer()) {
            var phone = wecom.customer(cast.externalUserId(line.customer()), cast.account(line.customer()));
            ledger.add(Receipts.of(line, phone.writes(line.text(), line.how()), begun));
        } else {
            var phone = wecom.member(cast.userId(cast.repOf(line.customer())));
            ledger.add(Receipts.of(line, phone.sends(line.text(), line.how()), begun));
        }
    }

    @Override
    public void close() {
        lanes.forEach(ExecutorService::shutdownNow);
        late.shutdownNow();
    }
}
