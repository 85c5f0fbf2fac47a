package io.genjin.benchmark.whole;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A jar served by a Java process of its own, as in production. */
final class BotProcess implements AutoCloseable {
    private static final Duration START_WITHIN = Duration.ofMinutes(5);
    private static final long LOOK_EVERY_MILLIS = 10;

    private final Process process;
    private final Path log;
    private final int port;
    private final Duration readyAfter;

    private BotProcess(List<String> command) throws IOException, InterruptedException {
        port = freePort();
        log = Files.createTempFile("genjin-node", ".log");
        log.toFile().deleteOnExit();
        List<String> all = new ArrayList<>(command);
        all.add("--server.port=" + port);
        long start = System.nanoTime();
        process = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitReady(start);
        readyAfter = Duration.ofNanos(System.nanoTime() - start);
    }

    /**
     * Starts {@code java options settings} and waits for the first 200 of its health page, which asks database and Redis.
     *
     * @param options of the virtual machine, the jar at their end
     */
    static BotProcess start(List<String> options, List<String> settings) throws IOException, InterruptedException {
        return new BotProcess(Stream.of(List.of(java()), options, settings)
                .flatMap(List::stream)
                .toList());
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** genjin.jar as the build made it; {@code genjin.benchmark.jar} names another. */
    static Path jar() {
        Path jar = Path.of(System.getProperty("genjin.benchmark.jar", "target/genjin.jar"));
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar.toAbsolutePath() + " is not there: build it with mvn package");
        }
        return jar.toAbsolutePath();
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    Duration readyAfter() {
        return readyAfter;
    }

    /** Processor time so far, in steps of 10 ms. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Resident memory in MB (2^20 bytes); NaN where the system does not say. */
    double residentMegabytes() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }

    private void awaitReady(long start) throws IOException, InterruptedException {
        while (!healthy()) {
            if (!process.isAlive() || System.nanoTime() - start > START_WITHIN.toNanos()) {
                process.destroyForcibly();
                throw new IllegalStateException("not started: " + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private boolean healthy() {
        try {
            HttpURLConnection health = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/actuator/health")
                    .toURL()
                    .openConnection();
            health.setReadTimeout(20_000);
            return health.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
