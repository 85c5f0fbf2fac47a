package io.genjin.sandbox.wecom.world;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells the page and waiting tests that something happened. Thread-safe. */
public final class Changes {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long count;

    /** Calls the listener, on the changing thread, after every change; it must be quick. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Announces a change. */
    public void happened() {
        listeners.forEach(Runnable::run);
        synchronized (this) {
            count++;
            notifyAll();
        }
    }

    /** Waits for the next change or, since the bot's own state may matter too, for a moment. */
    public synchronized void awaitNext(long millis) throws InterruptedException {
        var seen = count;
        var deadline = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; count == seen && left > 0; left = (deadline - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }
}
