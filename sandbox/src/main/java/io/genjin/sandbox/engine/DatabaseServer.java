package io.genjin.sandbox.engine;

/**
 * A running database on loopback: user {@code root}, no password, utf8mb4, durable commits. Safe for use by several
 * threads as long as only one of them kills, restarts or closes.
 */
public interface DatabaseServer extends AutoCloseable {
    /** The TCP port on 127.0.0.1; the same after a restart. */
    int port();

    /**
     * A Connector/J URL for user root that creates the database when it does not exist.
     *
     * @param database letters, digits and underscores only
     * @throws IllegalArgumentException if the name holds anything else
     */
    String jdbcUrl(String database);

    /** Ends the server with SIGKILL, as a power cut would; the data stay. Does nothing when it is not running. */
    void kill();

    /**
     * Starts the server again on the same data and port, stopping it in good order first when it still runs. Returns
     * when it accepts connections.
     *
     * @throws EngineFailure if it does not come up
     */
    void restart();

    /** Stops the server and removes its data if it was started with temporary ones. Closing twice is harmless. */
    @Override
    void close();
}
