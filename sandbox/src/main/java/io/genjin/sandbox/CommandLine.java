package io.genjin.sandbox;

import io.genjin.sandbox.engine.DatabaseEngine;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads the options of the command line, each as {@code --name=value}. */
final class CommandLine {
    static final String USAGE = """
            java -jar genjin-sandbox.jar [options]
              --wecom.enabled=true|false        start the WeCom simulator and its page (true)
              --mariadb.port=13306              the database's port
              --redis.port=16379                Redis' port
              --wecom.port=18090                the port of the simulator's API and page
              --wecom.callback-url=URL[,URL]    the bot's nodes (http://127.0.0.1:8080/wecom/callback)
              --database=mariadb|mysql8         which database (mariadb)
              --data.dir=FOLDER                 keep the data there (a temporary folder, removed at the end)
              --help                            this text
            java -jar genjin-sandbox.jar campaign --help
            """;

    private CommandLine() {}

    /**
     * The options.
     *
     * @throws IllegalArgumentException with one clear line for the first wrong one
     */
    static SandboxOptions parse(String... arguments) {
        var options = SandboxOptions.defaults();
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            if (parts.length != 2 || parts[1].isBlank()) {
                throw new IllegalArgumentException("option " + argument + " is not --name=value; try --help");
            }
            try {
                options = apply(options, parts[0], parts[1]);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("option " + argument + ": " + e.getMessage(), e);
            }
        }
        return options;
    }

    private static SandboxOptions apply(SandboxOptions options, String name, String value) {
        return switch (name) {
            case "--wecom.enabled" -> options.withWecom(flag(value));
            case "--mariadb.port" -> options.withPorts(port(value), options.redisPort(), options.wecomPort());
            case "--redis.port" -> options.withPorts(options.mariadbPort(), port(value), options.wecomPort());
            case "--wecom.port" -> options.withPorts(options.mariadbPort(), options.redisPort(), port(value));
            case "--data.dir" -> options.withDataDir(folder(value));
            case "--database" -> options.withDatabase(DatabaseEngine.named(value));
            case "--wecom.callback-url" ->
                options.withCallbackUrls(Arrays.stream(value.split(","))
                        .map(CommandLine::callbackUrl)
                        .toList());
            default -> throw new IllegalArgumentException("unknown; try --help");
        };
    }

    private static boolean flag(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException("must be true or false");
        }
        return value.equals("true");
    }

    private static int port(String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) == 0 || Integer.parseInt(value) > 65535) {
            throw new IllegalArgumentException("must be a port from 1 to 65535");
        }
        return Integer.parseInt(value);
    }

    private static Path folder(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("is no path", e);
        }
    }

    private static URI callbackUrl(String value) {
        var url = URI.create(value);
        if (url.getHost() == null || !String.valueOf(url.getScheme()).startsWith("http")) {
            throw new IllegalArgumentException("must be http URLs, joined by commas");
        }
        return url;
    }
}
