package io.genjin.sandbox.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How one kind of database is initialised and started. */
interface DatabaseCommands {
    /** The name in messages and of the folder below the data folder. */
    String name();

    /** Fills the empty folder with the system tables and a root user without password. */
    void initialise(Path data) throws IOException, InterruptedException;

    /** The server's process, not started yet, writing its log to the given file. */
    ProcessBuilder server(Path data, int port, Path log) throws IOException;

    /** A clearer sentence for a known reason in the server's log, or the log's own last words. */
    String explain(String lastWords);

    /** Options common to both: utf8mb4, loopback and TCP only, enough connections for two nodes under test. */
    static List<String> commonOptions(Path data, int port) {
        return List.of(
                "--datadir=" + data,
                "--user=root",
                "--bind-address=127.0.0.1",
                "--port=" + port,
                // Relative to the data folder: an absolute path may exceed the 107 bytes that a socket address holds.
                "--socket=server.sock",
                "--pid-file=server.pid",
                "--character-set-server=utf8mb4",
                "--skip-name-resolve",
                "--skip-ssl",
                "--performance-schema=OFF",
                "--max-connections=400",
                "--max-allowed-packet=64M",
                "--innodb-flush-log-at-trx-commit=1");
    }

    /** Runs an initialisation to its end and fails with its last words when it reports an error. */
    static void runToEnd(ProcessBuilder builder, Path log) throws IOException, InterruptedException {
        int status = builder.redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("exit status " + status + ": " + lastWords(log));
        }
    }

    /** The last 1,500 characters of a log, or an empty text when there is none. */
    static String lastWords(Path log) {
        try {
            var text = Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1);
            return text.substring(Math.max(0, text.length() - 1500));
        } catch (IOException missing) {
            return "";
        }
    }
}
