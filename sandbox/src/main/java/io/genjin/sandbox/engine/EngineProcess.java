package io.genjin.sandbox.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A child process that ends with this JVM, even when the JVM is ended with SIGKILL: a small shell waits for the end of
 * a pipe that only this JVM holds, then kills the child and removes its temporary folder.
 */
public final class EngineProcess {
    private static final Duration STOP_WITHIN = Duration.ofSeconds(15);
    private static final Duration POLL_EVERY = Duration.ofMillis(20);
    private static final String GUARD =
            "read nothing; kill -9 \"$1\" 2>/dev/null; if [ -n \"$2\" ]; then rm -rf \"$2\"; fi";

    private final Process process;
    private final @Nullable Process guard;

    private EngineProcess(Process process, @Nullable Process guard) {
        this.process = process;
        this.guard = guard;
    }

    /**
     * Starts the child under guard.
     *
     * @param removeAfterwards the folder to remove if the JVM dies, or null to keep it
     * @throws IOException if it can't be started
     */
    public static EngineProcess start(ProcessBuilder builder, @Nullable Path removeAfterwards) throws IOException {
        var process = builder.start();
        process.getOutputStream().close();
        if (Platform.current() == Platform.WINDOWS) {
            return new EngineProcess(process, null);
        }
        var folder = removeAfterwards == null ? "" : removeAfterwards.toString();
        // setsid-like immunity: the guard ignores Ctrl-C, so that it still runs when the terminal ends the whole group.
        var guard = new ProcessBuilder(
                        "sh", "-c", "trap '' INT HUP; " + GUARD, "genjin-guard", Long.toString(process.pid()), folder)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new EngineProcess(process, guard);
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until the condition holds; false when the process ends or the limit passes first. */
    public boolean awaitReady(BooleanSupplier ready, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (System.nanoTime() > deadline || ended(POLL_EVERY)) {
                return false;
            }
        }
        return true;
    }

    /** Asks the process to end (SIGTERM), and kills it when it takes too long. */
    void stop() {
        stop(STOP_WITHIN);
    }

    /** Asks the process to end (SIGTERM); when it takes longer it is killed, and the answer is false. */
    public boolean stop(Duration within) {
        process.destroy();
        var byItself = ended(within);
        kill();
        return byItself;
    }

    /** SIGKILL; returns when the process is gone. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
        if (guard != null) {
            guard.destroyForcibly();
        }
    }

    private boolean ended(Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
