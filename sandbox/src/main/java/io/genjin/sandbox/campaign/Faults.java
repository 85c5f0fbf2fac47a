package io.genjin.sandbox.campaign;

import io.genjin.sandbox.campaign.Fault.Kind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes things go wrong, one after the other, while the traffic goes on. */
final class Faults implements AutoCloseable {
    private final Outside outside;
    private final Fleet fleet;
    private final Consumer<String> log;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final ExecutorService hand = Executors.newSingleThreadExecutor();
    private @Nullable Future<?> present;

    Faults(Outside outside, Fleet fleet, Consumer<String> log) {
        this.outside = outside;
        this.fleet = fleet;
        this.log = log;
    }

    /** Begins with this fault once the one before is over. */
    void begin(Fault fault) throws InterruptedException {
        finish();
        log.accept("after message " + fault.after() + ": " + fault);
        counts.merge(fault.kind(), 1, Integer::sum);
        present = hand.submit(() -> cause(fault));
    }

    /**
     * Waits until the present fault is over and what it killed is back.
     *
     * @throws IllegalStateException if that did not come back, or a clock did not jump
     */
    void finish() throws InterruptedException {
        if (present == null) {
            return;
        }
        try {
            present.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a fault did not end well: " + e.getCause(), e);
        }
    }

    /** How often each kind happened. */
    Map<Kind, Integer> counts() {
        return counts;
    }

    private void cause(Fault fault) {
        switch (fault.kind()) {
            case KILL_NODE -> fleet.killAndStart(fleet.node(fault.node()));
            case KILL_ALL_NODES -> {
                fleet.killAll();
                fleet.startAll();
            }
            case ROLLING_RESTART -> fleet.rollingRestart();
            case KILL_DATABASE -> {
                outside.database().kill();
                pause(fault.lasts());
                outside.database().restart();
            }
            case KILL_REDIS -> {
                outside.redis().kill();
                pause(fault.lasts());
                outside.redis().restart();
            }
            case CLOCK_JUMP -> fleet.jump(fault.node(), fault.lasts());
            case TOKENS_EXPIRE -> outside.wecom().expireTokens();
            case WECOM -> {
                // Ends what is left of the one before, calls that hang included.
                outside.wecom().misbehave().calm();
                outside.wecom().misbehave().next(fault.path(), fault.trouble(), fault.times());
            }
        }
    }

    private static void pause(Duration length) {
        try {
            TimeUnit.MILLISECONDS.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        hand.shutdownNow();
    }
}
