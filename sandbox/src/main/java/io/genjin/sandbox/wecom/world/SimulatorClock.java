package io.genjin.sandbox.wecom.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The simulator's time: another source shifted forward. Tokens, codes, media and rate windows age with it. */
public final class SimulatorClock implements InstantSource {
    private final InstantSource base;
    private volatile Duration offset = Duration.ZERO;

    /** Starts without an offset. */
    public SimulatorClock(InstantSource base) {
        this.base = base;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset);
    }

    /** The current time in whole seconds, as callbacks carry it. */
    public long epochSecond() {
        return instant().getEpochSecond();
    }

    /**
     * Moves the time forward.
     *
     * @throws IllegalArgumentException if the duration is negative
     */
    public synchronized void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time only moves forward, not by " + by);
        }
        offset = offset.plus(by);
    }

    /** How far it is ahead of its base. */
    public Duration offset() {
        return offset;
    }
}
