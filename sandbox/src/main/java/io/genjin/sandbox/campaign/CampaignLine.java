package io.genjin.sandbox.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the options of {@code campaign}, each as {@code --name=value}. */
final class CampaignLine {
    static final String USAGE = """
            java -jar genjin-sandbox.jar campaign --bot=bot-core/target/genjin.jar [options]
              --bot=JAR            the bot
              --seed=N             messages, faults and their order (20261123)
              --messages=20000     what customers and members write
              --kills=100          SIGKILLs of nodes, the database and Redis together
              --nodes=2            the bot's nodes
              --every=55           milliseconds between two messages
              --folder=FOLDER      where data and logs stay (a temporary folder, removed when all is well)
              --short              400 messages, 8 kills, about a minute
            Ends with 0 when nothing was lost, duplicated, out of order or dropped.
            """;

    private static final Set<String> NAMES =
            Set.of("--bot", "--seed", "--messages", "--kills", "--nodes", "--every", "--folder", "--short");

    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * The options.
     *
     * @throws IllegalArgumentException with one clear line for the first wrong one
     */
    CampaignLine(List<String> arguments) {
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            boolean bare = parts[0].equals("--short");
            if (!NAMES.contains(parts[0]) || bare != (parts.length == 1) || !bare && parts[1].isBlank()) {
                throw new IllegalArgumentException("option " + argument + " is unknown or not --name=value");
            }
            values.put(parts[0], bare ? "" : parts[1]);
        }
        if (!Files.isRegularFile(jar())) {
            throw new IllegalArgumentException("option --bot: there is no jar " + jar());
        }
    }

    Path jar() {
        return Path.of(values.getOrDefault("--bot", "bot-core/target/genjin.jar"))
                .toAbsolutePath();
    }

    /** Where data and logs go: a new folder unless one was named. */
    Path folder() throws IOException {
        var named = values.get("--folder");
        return named == null
                ? Campaign.temporaryFolder()
                : Files.createDirectories(Path.of(named).toAbsolutePath());
    }

    /** Whether the folder is to stay although all is well. */
    boolean keepsFolder() {
        return values.containsKey("--folder");
    }

    CampaignOptions options(List<String> bot) {
        var options = values.containsKey("--short") ? CampaignOptions.brief(bot) : CampaignOptions.whole(bot, true);
        return options.withSeed(number("--seed", options.seed()))
                .withSize(
                        (int) number("--messages", options.messages()), (int) number("--kills", options.kills()), (int)
                                number("--nodes", options.nodes()))
                .withPace((int) number("--every", options.everyMillis()));
    }

    private long number(String name, long otherwise) {
        var value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("-?\\d{1,18}")) {
            throw new IllegalArgumentException("option " + name + "=" + value + ": must be a number");
        }
        return Long.parseLong(value);
    }
}
