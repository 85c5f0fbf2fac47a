package io.genjin.benchmark;

import io.genjin.sandbox.engine.SharedEngines;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A database of its own on the benchmarks' one server, looked at from outside the application. */
public final class Database implements AutoCloseable {
    /** A server with the memory that its tables ask for, as any in production; the sandbox leaves it at 128 MB. */
    public static final String BUFFER_POOL = "SET GLOBAL innodb_buffer_pool_size = 3221225472";

    private final String url = SharedEngines.freshDatabase();
    private final Connection connection;

    public Database() throws SQLException {
        this.connection = DriverManager.getConnection(url, "root", "");
        run(BUFFER_POOL);
    }

    public String url() {
        return url;
    }

    /** What an application needs to be told to use it. */
    public String[] settings() {
        return new String[] {
            "--spring.datasource.url=" + url, "--spring.datasource.username=root", "--spring.datasource.password="
        };
    }

    public void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first row's last column. */
    public long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(rows.getMetaData().getColumnCount());
        }
    }

    /** SQL commands that the whole server was sent so far. */
    public long questions() throws SQLException {
        return number("SHOW GLOBAL STATUS LIKE 'Questions'");
    }

    /** Processor time of the server so far; zero where it can't be found among the child processes. */
    public static Duration cpu() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").matches(".*(mariadbd|mysqld)(\\.exe)?"))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
