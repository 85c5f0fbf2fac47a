package io.genjin.sandbox.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Redis 6.2 on loopback without password. Its data survive {@link #kill} and {@link #restart}. */
public final class RedisProcess implements AutoCloseable {
    private static final Duration START_WITHIN = Duration.ofSeconds(20);

    private final Path folder;
    private final int port;
    private final boolean temporary;
    private EngineProcess process;
    private boolean closed;

    private RedisProcess(Path folder, int port, boolean temporary) {
        this.folder = folder.toAbsolutePath();
        this.port = port == 0 ? FreePort.find() : port;
        this.temporary = temporary;
        this.process = launch();
    }

    /**
     * Starts Redis on data that stay when it is closed.
     *
     * @param port the TCP port, or 0 for any free one
     * @throws EngineFailure if it does not come up
     */
    public static RedisProcess start(Path data, int port) {
        return new RedisProcess(data, port, false);
    }

    /**
     * Starts Redis on temporary data that are removed when it is closed or this JVM ends, however it ends.
     *
     * @param port the TCP port, or 0 for any free one
     * @throws EngineFailure if it does not come up
     */
    public static RedisProcess startTemporary(int port) {
        var folder = TemporaryFolder.create("redis");
        try {
            return new RedisProcess(folder, port, true);
        } catch (EngineFailure e) {
            TemporaryFolder.delete(folder);
            throw e;
        }
    }

    /** The TCP port on 127.0.0.1; the same after a restart. */
    public int port() {
        return port;
    }

    /** Ends Redis with SIGKILL. Does nothing when it is not running. */
    public synchronized void kill() {
        process.kill();
    }

    /**
     * Starts Redis again on the same data and port; returns when it answers.
     *
     * @throws EngineFailure if it does not come up
     */
    public synchronized void restart() {
        if (process.isAlive()) {
            process.stop();
        }
        process = launch();
    }

    /** Stops Redis and removes its data if they are temporary. Closing twice is harmless. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (temporary) {
            process.kill();
            TemporaryFolder.delete(folder);
        } else {
            process.stop();
        }
    }

    private EngineProcess launch() {
        FreePort.require("redis", port);
        try {
            Files.createDirectories(folder);
            var log = folder.resolve("redis.log");
            var launched = EngineProcess.start(command(log), temporary ? folder : null);
            if (!launched.awaitReady(this::answers, START_WITHIN)) {
                launched.kill();
                throw new EngineFailure("redis did not start: "
                        + DatabaseCommands.lastWords(log).strip());
            }
            return launched;
        } catch (IOException e) {
            throw new EngineFailure("redis did not start: " + e.getMessage(), e);
        }
    }

    private ProcessBuilder command(Path log) throws IOException {
        return new ProcessBuilder(
                        EngineBinaries.redis().toString(),
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--dir",
                        folder.toString(),
                        "--save",
                        "",
                        "--appendonly",
                        "yes")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException notYet) {
            return false;
        }
    }
}
