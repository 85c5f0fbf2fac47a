package io.genjin.sandbox.campaign;

import io.genjin.sandbox.engine.EngineProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One node of the bot: a process that is started, killed and started again under one port. */
final class BotNode implements AutoCloseable {
    private static final Duration START_WITHIN = Duration.ofMinutes(10);
    /** What docs/operations.md promises, and some time for the JVM itself. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);

    private final List<String> command;
    private final int port;
    private final Path log;
    private @Nullable EngineProcess process;

    BotNode(List<String> command, int port, Path log) {
        this.command = List.copyOf(command);
        this.port = port;
        this.log = log;
    }

    URI callbackUrl() {
        return URI.create("http://127.0.0.1:" + port + "/wecom/callback");
    }

    /** Starts without waiting. */
    void launch() {
        try {
            process = EngineProcess.start(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())),
                    null);
        } catch (IOException e) {
            throw new UncheckedIOException("the bot can't be started: " + e.getMessage(), e);
        }
    }

    /**
     * Waits until it takes callbacks.
     *
     * @throws IllegalStateException if it ends or takes too long
     */
    void awaitReady() {
        var launched = process;
        if (launched == null || !launched.awaitReady(this::answers, START_WITHIN)) {
            throw new IllegalStateException("the bot did not start; see " + log);
        }
    }

    void kill() {
        if (process != null) {
            process.kill();
        }
    }

    /** SIGTERM; false when it had to be killed. */
    boolean stop() {
        return stop(STOP_WITHIN);
    }

    /** As {@link #stop()} within another time. */
    boolean stop(Duration within) {
        return process == null || process.stop(within);
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Moves this node's clock forward; false when it did not take that. */
    boolean jump(Duration by) {
        return status("/sandbox/clock", "{\"advance\":\"" + by + "\"}") == 200;
    }

    /** Whatever it says of its health, it listens only once it is ready. */
    private boolean answers() {
        return status("/actuator/health", null) != 0;
    }

    private int status(String path, @Nullable String json) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(10_000);
            if (json != null) {
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", "application/json");
                connection.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
            }
            int status = connection.getResponseCode();
            connection.disconnect();
            return status;
        } catch (IOException notThere) {
            return 0;
        }
    }

    @Override
    public void close() {
        kill();
    }
}
