package io.genjin.bot.wire;

import io.genjin.bot.BotApplication;
import io.genjin.sandbox.engine.SharedEngines;
import io.genjin.sandbox.wecom.WeComSimulator;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The bot as a process of its own, which can be killed as a power cut would. */
final class ChildBot implements AutoCloseable {
    private final List<String> command = new ArrayList<>();
    private final Path log;
    private final int port;
    private Process process;

    ChildBot(WeComSimulator wecom, String jdbcUrl, Path folder) throws IOException {
        this.log = folder.resolve("bot.log");
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx400m",
                "-Xshare:auto",
                "-cp",
                classPath(),
                BotApplication.class.getName(),
                "--spring.profiles.active=sandbox",
                "--server.port=" + port,
                "--spring.datasource.url=" + jdbcUrl,
                "--spring.data.redis.port=" + SharedEngines.redis().port(),
                "--wx.cp.base-api-url=" + wecom.baseUrl(),
                "--genjin.capture.quiet-period=PT0.3S",
                "--genjin.inbox.lease=PT3S",
                "--genjin.outbox.lease=PT6S",
                "--db-scheduler.polling-interval=100ms",
                "--db-scheduler.heartbeat-interval=1s",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn"));
        wecom.setCallbackUrls(URI.create("http://127.0.0.1:" + port + "/wecom/callback"));
        start();
    }

    static String classPath() {
        return BotApplication.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    void start() throws IOException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Awaitility.await("the bot is up")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("the bot ended: " + java.nio.file.Files.readString(log));
                    }
                    return answers();
                });
    }

    private boolean answers() throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/wecom/callback"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 401;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM; the exit status once it has ended. */
    int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    /** SIGTERM; whether it has ended by itself when {@code limit} is over. */
    boolean stopsWithin(Duration limit) throws InterruptedException {
        process.destroy();
        return process.waitFor(limit.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
