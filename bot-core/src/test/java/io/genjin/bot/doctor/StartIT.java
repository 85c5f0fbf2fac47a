package io.genjin.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.sandbox.engine.SharedEngines;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The real program, started wrongly. */
class StartIT {
    private record Ended(int exit, String out, String err) {}

    @Test
    void aMissingSettingStopsTheStartWithOneLine() throws Exception {
        Ended ended =
                bot("--spring.datasource.url=" + SharedEngines.freshDatabase(), "--spring.datasource.username=root");
        assertThat(ended.err())
                .isEqualToIgnoringNewLines("genjin: wx.cp.corp-id: is not set (environment variable WX_CP_CORPID)");
        assertThat(ended.out()).doesNotContain("Exception", "FAILED", "\tat ");
        assertThat(ended.exit()).isEqualTo(2);
    }

    @Test
    void aDatabaseThatIsAwayStopsTheStartWithOneLine() throws Exception {
        Ended ended = bot(
                "--spring.profiles.active=sandbox",
                "--spring.datasource.url=jdbc:mysql://127.0.0.1:1/genjin?password=hidden");
        assertThat(ended.err())
                .isEqualToIgnoringNewLines(
                        "genjin: spring.datasource.url: the database can't be reached (connection refused)");
        assertThat(ended.out()).doesNotContain("Caused by", "FAILED", "\tat ", "hidden");
        assertThat(ended.exit()).isEqualTo(2);
    }

    private static Ended bot(String... settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "io.genjin.bot.BotApplication",
                "--server.port=0"));
        command.addAll(List.of(settings));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("WX_CP") || name.startsWith("SPRING"));
        builder.environment().putAll(Map.of("LOGGING_LEVEL_ROOT", "warn"));
        Path errors = Files.createTempFile("genjin-start", ".err");
        try {
            Process process = builder.redirectError(errors.toFile()).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), out, Files.readString(errors));
        } finally {
            Files.delete(errors);
        }
    }

    /** What this test runs on, whichever launcher started it. */
    private static String classPath() {
        return StartIT.class.getClassLoader() instanceof URLClassLoader launcher
                ? Arrays.stream(launcher.getURLs())
                        .map(url -> Path.of(URI.create(url.toString())).toString())
                        .collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }
}
