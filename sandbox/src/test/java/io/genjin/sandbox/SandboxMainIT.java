package io.genjin.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxMainIT {
    @TempDir
    private Path temporary;

    @Test
    void everythingAnswersWhenItIsReadyAndNothingIsLeftAfterSigterm() throws Exception {
        var ports = freePorts(3);
        var sandbox =
                java("--mariadb.port=" + ports.get(0), "--redis.port=" + ports.get(1), "--wecom.port=" + ports.get(2));
        try {
            assertThat(firstLine(sandbox)).isEqualTo("sandbox ready");
            try (var connection = DriverManager.getConnection(
                    "jdbc:mysql://127.0.0.1:" + ports.get(0) + "/genjin?user=root&sslMode=DISABLED")) {
                assertThat(connection.isValid(2)).isTrue();
            }
            assertThat(page(ports.get(2))).contains("phone-customer");
            var children = sandbox.descendants().toList();
            assertThat(children).hasSizeGreaterThanOrEqualTo(2);
            sandbox.destroy();
            assertThat(sandbox.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(children).noneMatch(ProcessHandle::isAlive);
            assertThat(leftOvers()).isEmpty();
        } finally {
            sandbox.destroyForcibly();
        }
    }

    @Test
    void theProcessesEndEvenWhenTheSandboxIsKilled() throws Exception {
        var ports = freePorts(2);
        var sandbox = java("--mariadb.port=" + ports.get(0), "--redis.port=" + ports.get(1), "--wecom.enabled=false");
        try {
            assertThat(firstLine(sandbox)).isEqualTo("sandbox ready");
            var children = sandbox.descendants().toList();
            sandbox.destroyForcibly();
            for (var child : children) {
                child.onExit().get(20, TimeUnit.SECONDS);
            }
            assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        } finally {
            sandbox.destroyForcibly();
        }
    }

    @Test
    void aWrongOptionEndsWithStatus2AndOneLine() throws Exception {
        var sandbox = java("--colour=blue");
        assertThat(sandbox.waitFor()).isEqualTo(2);
        var errors = new String(sandbox.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(errors.strip().lines()).containsExactly("genjin-sandbox: option --colour=blue: unknown; try --help");
    }

    private Process java(String... options) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                SandboxMain.class.getName()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).start();
    }

    private static String firstLine(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    private static String page(int port) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private List<Path> leftOvers() throws IOException {
        try (var files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith("genjin-"))
                    .toList();
        }
    }

    private static List<Integer> freePorts(int count) throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        for (int i = 0; i < count; i++) {
            sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        var ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
        for (var socket : sockets) {
            socket.close();
        }
        return ports;
    }
}
