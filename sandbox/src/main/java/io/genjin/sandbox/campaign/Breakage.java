package io.genjin.sandbox.campaign;

import java.util.concurrent.atomic.AtomicReference;

/** What first broke on a thread that nobody waits for. Thread-safe. */
final class Breakage {
    private final AtomicReference<Throwable> first = new AtomicReference<>();

    /** The same task, whose exception is kept. */
    Runnable watch(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                first.compareAndSet(null, e);
            }
        };
    }

    /**
     * Does nothing while nothing broke.
     *
     * @throws IllegalStateException caused by what broke first
     */
    void rethrow() {
        var broke = first.get();
        if (broke != null) {
            throw new IllegalStateException("the campaign itself broke: " + broke, broke);
        }
    }
}
