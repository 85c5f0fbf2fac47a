package io.genjin.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SharedEnginesIT {
    @Test
    void freshDatabasesShareOneServerAndNothingElse() throws SQLException {
        var first = SharedEngines.freshDatabase();
        var second = SharedEngines.freshDatabase();
        assertThat(first)
                .isNotEqualTo(second)
                .contains(":" + SharedEngines.database().port() + "/");
        try (var connection = DriverManager.getConnection(first);
                var statement = connection.createStatement()) {
            statement.execute("create table only_here (id int)");
        }
        try (var connection = DriverManager.getConnection(second);
                var statement = connection.createStatement();
                var tables = statement.executeQuery("show tables")) {
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void redisKeepsItsDataOverKillAndRestart() throws IOException {
        var redis = SharedEngines.redis();
        assertThat(ask(redis, "SET rep li.na", 3)).isEqualTo("+OK");
        redis.kill();
        redis.restart();
        assertThat(ask(redis, "GET rep", 11)).isEqualTo("$5\r\nli.na\r\n");
        assertThat(ask(redis, "INFO server", 40)).contains("redis_version:6.2");
    }

    private static String ask(RedisProcess redis, String command, int bytes) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.US_ASCII);
        }
    }
}
