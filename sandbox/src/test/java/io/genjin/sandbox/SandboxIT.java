package io.genjin.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.sandbox.engine.EngineFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxIT {
    @TempDir
    private Path folder;

    @Test
    void dataInANamedFolderOutliveTheSandbox() throws SQLException {
        var options = SandboxOptions.anyPorts().withDataDir(folder).withWecom(false);
        try (var sandbox = Sandbox.start(options);
                var connection = DriverManager.getConnection(sandbox.jdbcUrl());
                var statement = connection.createStatement()) {
            assertThat(sandbox.wecom()).isEmpty();
            statement.execute("create table kept (id int)");
        }
        try (var sandbox = Sandbox.start(options);
                var connection = DriverManager.getConnection(sandbox.jdbcUrl());
                var tables = connection.createStatement().executeQuery("show tables")) {
            assertThat(tables.next()).isTrue();
            assertThat(tables.getString(1)).isEqualTo("kept");
        }
    }

    @Test
    void aTakenPortIsNamedAndNothingStaysBehind() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var options = SandboxOptions.anyPorts().withPorts(taken.getLocalPort(), 0, 0);
            var before = ProcessHandle.current().descendants().count();
            assertThatThrownBy(() -> Sandbox.start(options))
                    .isInstanceOf(EngineFailure.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
            assertThat(ProcessHandle.current().descendants().count()).isEqualTo(before);
        }
    }
}
