package io.genjin.sandbox;

import io.genjin.sandbox.engine.DatabaseEngine;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a sandbox starts and where. A port of 0 means any free one.
 *
 * @param mariadbPort the database's port, whichever engine it is
 * @param dataDir where data stay after the end; empty for temporary ones
 * @param callbackUrls the bot's nodes
 */
public record SandboxOptions(
        boolean wecomEnabled,
        int mariadbPort,
        int redisPort,
        int wecomPort,
        Optional<Path> dataDir,
        DatabaseEngine database,
        List<URI> callbackUrls) {
    /** Keeps an unmodifiable copy and refuses impossible ports. */
    public SandboxOptions {
        callbackUrls = List.copyOf(callbackUrls);
        for (int port : new int[] {mariadbPort, redisPort, wecomPort}) {
            if (port < 0 || port > 65535) {
                throw new IllegalArgumentException(port + " is no port");
            }
        }
    }

    /** The ports of the command line, temporary data, MariaDB, a bot on 8080. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(
                true,
                13306,
                16379,
                18090,
                Optional.empty(),
                DatabaseEngine.MARIADB,
                List.of(URI.create("http://127.0.0.1:8080/wecom/callback")));
    }

    /** The defaults on free ports, for use inside a test. */
    public static SandboxOptions anyPorts() {
        return defaults().withPorts(0, 0, 0);
    }

    /** With these ports. */
    public SandboxOptions withPorts(int databasePort, int redis, int wecom) {
        return new SandboxOptions(wecomEnabled, databasePort, redis, wecom, dataDir, database, callbackUrls);
    }

    /** With that engine. */
    public SandboxOptions withDatabase(DatabaseEngine engine) {
        return new SandboxOptions(wecomEnabled, mariadbPort, redisPort, wecomPort, dataDir, engine, callbackUrls);
    }

    /** With data that stay in that folder. */
    public SandboxOptions withDataDir(Path folder) {
        return new SandboxOptions(
                wecomEnabled, mariadbPort, redisPort, wecomPort, Optional.of(folder), database, callbackUrls);
    }

    /** With or without the simulator. */
    public SandboxOptions withWecom(boolean enabled) {
        return new SandboxOptions(enabled, mariadbPort, redisPort, wecomPort, dataDir, database, callbackUrls);
    }

    /** With these nodes of the bot. */
    public SandboxOptions withCallbackUrls(List<URI> urls) {
        return new SandboxOptions(wecomEnabled, mariadbPort, redisPort, wecomPort, dataDir, database, urls);
    }
}
