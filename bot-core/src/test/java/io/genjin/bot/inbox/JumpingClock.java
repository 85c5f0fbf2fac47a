package io.genjin.bot.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A node's clock that is wrong, and put right: it jumps both ways. */
final class JumpingClock implements InstantSource {
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(offset.get());
    }

    void advance(Duration step) {
        offset.updateAndGet(before -> before.plus(step));
    }
}
