package io.genjin.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseServerIT {
    @ParameterizedTest
    @EnumSource(DatabaseEngine.class)
    void whatWasCommittedSurvivesSigkill(DatabaseEngine engine) throws SQLException {
        try (var server = engine.startTemporary(0)) {
            var url = server.jdbcUrl("kept");
            try (var connection = DriverManager.getConnection(url)) {
                execute(connection, "create table words (text varchar(50)) engine=InnoDB");
                execute(connection, "insert into words values ('明天下午三点 👍')");
            }
            server.kill();
            assertThatThrownBy(() -> DriverManager.getConnection(url)).isInstanceOf(SQLException.class);
            server.restart();
            assertThat(single(url, "select text from words")).isEqualTo("明天下午三点 👍");
            server.restart();
            assertThat(single(url, "select count(*) from words")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseEngine.class)
    void everyCommitReachesTheDisk(DatabaseEngine engine) throws SQLException {
        try (var server = engine.startTemporary(0)) {
            var url = server.jdbcUrl("settings");
            assertThat(single(url, "select @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
            assertThat(single(url, "select @@character_set_database")).isEqualTo("utf8mb4");
            assertThat(single(url, "select version()")).startsWith(engine == DatabaseEngine.MARIADB ? "11.4" : "8.0");
        }
    }

    @Test
    void aTemporaryFolderIsRemovedWhenTheStartFails(@TempDir Path parent) throws IOException {
        var folder = Files.createDirectory(parent.resolve("data"));
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalDatabase.start(new MariaDbCommands(), folder, taken.getLocalPort(), true))
                    .isInstanceOf(EngineFailure.class)
                    .hasMessageContaining("in use");
        }
        assertThat(folder).doesNotExist();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String single(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
