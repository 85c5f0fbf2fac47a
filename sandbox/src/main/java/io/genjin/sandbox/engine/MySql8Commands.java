package io.genjin.sandbox.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** mysqld 8.0.15 from Presto's test artifact (Linux on amd64, macOS on x86-64). */
final class MySql8Commands implements DatabaseCommands {
    private static final String ROOT_OVER_TCP = """
            CREATE USER 'root'@'127.0.0.1' IDENTIFIED WITH mysql_native_password BY '';
            GRANT ALL PRIVILEGES ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;
            """;

    @Override
    public String name() {
        return "mysql8";
    }

    @Override
    public void initialise(Path data) throws IOException, InterruptedException {
        // mysqld refuses to initialise a folder that holds anything, so the script and the log lie beside it.
        var script = Files.writeString(data.resolveSibling(data.getFileName() + ".sql"), ROOT_OVER_TCP);
        var log = data.resolveSibling(data.getFileName() + ".log");
        var home = EngineBinaries.mySql8();
        try {
            DatabaseCommands.runToEnd(
                    command(
                            home,
                            List.of(
                                    "--initialize-insecure",
                                    "--datadir=" + data,
                                    "--user=root",
                                    "--init-file=" + script)),
                    log);
        } catch (IOException e) {
            throw new IOException(explain(String.valueOf(e.getMessage())), e);
        } finally {
            Files.deleteIfExists(script);
            Files.deleteIfExists(log);
        }
    }

    @Override
    public ProcessBuilder server(Path data, int port, Path log) throws IOException {
        var options = new ArrayList<>(DatabaseCommands.commonOptions(data, port));
        options.add("--skip-log-bin");
        options.add("--skip-mysqlx");
        options.add("--default-authentication-plugin=mysql_native_password");
        return command(EngineBinaries.mySql8(), options)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    @Override
    public String explain(String lastWords) {
        return lastWords.contains("libaio")
                ? "MySQL 8 needs the system library libaio.so.1: apt-get install libaio1 (or use --database=mariadb)"
                : lastWords;
    }

    private static ProcessBuilder command(Path home, List<String> options) {
        var command = new ArrayList<String>();
        command.add(home.resolve("bin").resolve("mysqld").toString());
        command.add("--no-defaults");
        command.add("--basedir=" + home);
        command.add("--lc-messages-dir=" + home.resolve("share"));
        command.addAll(options);
        var builder = new ProcessBuilder(command);
        builder.environment().put("LD_LIBRARY_PATH", home.resolve("lib").toString());
        return builder;
    }
}
