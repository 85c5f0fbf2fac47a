package io.genjin.sandbox.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A database server whose folder, port and process are known. */
final class LocalDatabase implements DatabaseServer {
    private static final Duration START_WITHIN = Duration.ofSeconds(90);
    private static final Pattern DATABASE_NAME = Pattern.compile("[A-Za-z0-9_]{1,64}");

    private final DatabaseCommands commands;
    private final Path folder;
    private final int port;
    private final boolean temporary;
    private EngineProcess process;
    private boolean closed;

    private LocalDatabase(DatabaseCommands commands, Path folder, int port, boolean temporary) {
        this.commands = commands;
        this.folder = folder;
        this.port = port;
        this.temporary = temporary;
        this.process = initialiseAndLaunch();
    }

    static LocalDatabase start(DatabaseCommands commands, Path folder, int port, boolean temporary) {
        try {
            return new LocalDatabase(commands, folder.toAbsolutePath(), port == 0 ? FreePort.find() : port, temporary);
        } catch (EngineFailure e) {
            if (temporary) {
                TemporaryFolder.delete(folder);
            }
            throw e;
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String jdbcUrl(String database) {
        if (!DATABASE_NAME.matcher(database).matches()) {
            throw new IllegalArgumentException("not a database name: " + database);
        }
        return url(database) + "&createDatabaseIfNotExist=true";
    }

    @Override
    public synchronized void kill() {
        process.kill();
    }

    @Override
    public synchronized void restart() {
        if (process.isAlive()) {
            process.stop();
        }
        process = launch();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (temporary) {
            // Nobody reads these data again, so there is nothing to flush.
            process.kill();
            TemporaryFolder.delete(folder);
        } else {
            process.stop();
        }
    }

    private EngineProcess initialiseAndLaunch() {
        FreePort.require(commands.name(), port);
        try {
            if (!Files.isDirectory(data().resolve("mysql"))) {
                initialise();
            }
            return launch();
        } catch (IOException e) {
            throw failed(commands.explain(String.valueOf(e.getMessage())), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("interrupted", e);
        }
    }

    /** Aside first: a folder whose making was cut short is made anew, never started. */
    private void initialise() throws IOException, InterruptedException {
        var making = folder.resolve(commands.name() + ".new");
        TemporaryFolder.delete(making);
        Files.createDirectories(making);
        commands.initialise(making);
        Files.move(making, data(), StandardCopyOption.REPLACE_EXISTING);
    }

    private EngineProcess launch() {
        FreePort.require(commands.name(), port);
        var log = folder.resolve(commands.name() + ".log");
        try {
            var launched = EngineProcess.start(commands.server(data(), port, log), temporary ? folder : null);
            if (!launched.awaitReady(this::answers, START_WITHIN)) {
                launched.kill();
                throw failed(commands.explain(DatabaseCommands.lastWords(log)), null);
            }
            return launched;
        } catch (IOException e) {
            throw failed(String.valueOf(e.getMessage()), e);
        }
    }

    private boolean answers() {
        var login = new Properties();
        login.put("connectTimeout", "500");
        login.put("socketTimeout", "2000");
        try (var connection = DriverManager.getConnection(url(""), login)) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private String url(String database) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + database
                + "?user=root&sslMode=DISABLED&allowPublicKeyRetrieval=true&characterEncoding=UTF-8";
    }

    private Path data() {
        return folder.resolve(commands.name());
    }

    private EngineFailure failed(String why, @Nullable Exception cause) {
        var message = commands.name() + " did not start: " + why.strip();
        return cause == null ? new EngineFailure(message) : new EngineFailure(message, cause);
    }
}
