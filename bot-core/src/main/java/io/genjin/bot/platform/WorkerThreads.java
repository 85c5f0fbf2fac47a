package io.genjin.bot.platform;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Threads that look for work when they are woken, else at a slow poll. Whatever a round throws, its thread goes on: a
 * dead one would be missed by nobody, and its work by everybody. Thread-safe; started and stopped once.
 */
public final class WorkerThreads {
    /** Below the web server's phases, so that requests end first and what they left is still worked on. */
    public static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

    private static final Logger log = LoggerFactory.getLogger(WorkerThreads.class);
    /** WeCom's answer is waited for at most 5 s. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(6);

    private final String name;
    private final int size;
    private final Duration poll;
    private final BooleanSupplier round;
    private final Semaphore work = new Semaphore(0);
    private final ExecutorService threads;
    private volatile boolean running;

    /** @param round looks for work once and does it; false when there was none */
    public WorkerThreads(String name, int size, Duration poll, BooleanSupplier round) {
        this.name = name;
        this.size = size;
        this.poll = poll;
        this.round = round;
        this.threads = Executors.newFixedThreadPool(size, loop -> {
            Thread thread = new Thread(loop, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Wakes one thread; enough calls wake them all. */
    public void wake() {
        if (work.availablePermits() < size) {
            work.release();
        }
    }

    public void start() {
        running = true;
        for (int i = 0; i < size; i++) {
            threads.execute(this::loop);
        }
    }

    /** Lets each thread end its round, but waits at most 6 s: what is unfinished by then, its lease hands over. */
    public void stop() {
        running = false;
        threads.shutdown();
        work.release(size);
        try {
            threads.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs {@code stop} beside its neighbours' of the same phase, so that they wait together and not in turn. */
    public static void stopBeside(Runnable stop, Runnable stopped) {
        Thread thread = new Thread(
                () -> {
                    try {
                        stop.run();
                    } finally {
                        stopped.run();
                    }
                },
                "worker-stop");
        thread.setDaemon(true);
        thread.start();
    }

    public boolean isRunning() {
        return running;
    }

    private void loop() {
        while (running) {
            boolean busy = false;
            try {
                busy = round.getAsBoolean();
            } catch (RuntimeException | Error failed) {
                log.warn(
                        "{}: looking for work failed, trying again: {}",
                        name,
                        failed.getClass().getSimpleName());
                log.debug("{}", name, failed);
            }
            try {
                if (!busy) {
                    work.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
