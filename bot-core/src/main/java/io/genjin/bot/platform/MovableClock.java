package io.genjin.bot.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The sandbox's clock: the system's time plus an offset that only ever grows. Thread-safe. */
public final class MovableClock implements InstantSource {
    private final AtomicReference<Duration> offset;

    public MovableClock() {
        this(Duration.ZERO);
    }

    /** @param offset how far the time was moved before */
    MovableClock(Duration offset) {
        this.offset = new AtomicReference<>(offset);
    }

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(offset.get());
    }

    /** Moves the clock forward by {@code step}, which must be positive. */
    public void advance(Duration step) {
        if (step.isNegative() || step.isZero()) {
            throw new IllegalArgumentException("advance: must be positive, was " + step);
        }
        offset.updateAndGet(before -> before.plus(step));
    }
}
