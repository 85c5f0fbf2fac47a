package io.genjin.sandbox.engine;

import java.nio.file.Path;
import java.util.Locale;

/** The two databases that Genjin is tested on. */
public enum DatabaseEngine {
    /** MariaDB 11.4, the default: no library of the system is needed. */
    MARIADB,
    /** mysqld 8.0.15, the production engine; on Linux it needs libaio1. */
    MYSQL8;

    /**
     * The engine with this command line name.
     *
     * @param name {@code mariadb} or {@code mysql8}
     * @throws IllegalArgumentException for any other name
     */
    public static DatabaseEngine named(String name) {
        return switch (name) {
            case "mariadb" -> MARIADB;
            case "mysql8" -> MYSQL8;
            default -> throw new IllegalArgumentException("database must be mariadb or mysql8, not \"" + name + "\"");
        };
    }

    /** The name on the command line. */
    public String commandLineName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Starts the server on data that stay when it is closed; an empty or missing folder is initialised first.
     *
     * @param port the TCP port, or 0 for any free one
     * @throws EngineFailure if the binaries are missing for this platform or the server does not come up
     */
    public DatabaseServer start(Path data, int port) {
        return LocalDatabase.start(commands(), data, port, false);
    }

    /**
     * Starts the server on temporary data that are removed when it is closed or this JVM ends, however it ends.
     *
     * @param port the TCP port, or 0 for any free one
     * @throws EngineFailure if the binaries are missing for this platform or the server does not come up
     */
    public DatabaseServer startTemporary(int port) {
        return LocalDatabase.start(commands(), TemporaryFolder.create(commandLineName()), port, true);
    }

    private DatabaseCommands commands() {
        return this == MARIADB ? new MariaDbCommands() : new MySql8Commands();
    }
}
