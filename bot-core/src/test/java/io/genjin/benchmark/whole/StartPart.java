package io.genjin.benchmark.whole;

import io.genjin.benchmark.Benchmarks.Part;
import io.genjin.benchmark.Child;
import io.genjin.benchmark.Goals;
import io.genjin.benchmark.Samples;
import io.genjin.benchmark.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** From the command to the first 200 of the health page, which asks database and Redis; and what memory it takes. */
public final class StartPart implements Part {
    private static final int ROUNDS = Integer.getInteger("genjin.benchmark.start-rounds", 3);
    private static final int MESSAGES = 1_000;
    private static final int PER_SECOND = 50;
    private static final String JAR = "java -jar genjin.jar";
    private static final String BARE = "a bare application of the same starters";
    private static final String EXTRACTED = "extracted";
    private static final String ARCHIVE = "extracted, class-data archive";
    private static final int MOST_MEGABYTES = 600;

    private final Map<String, List<String>> ways = new LinkedHashMap<>();
    private final Map<String, Samples> seconds = new LinkedHashMap<>();
    private final Map<String, Samples> cpu = new LinkedHashMap<>();
    private final Map<String, Samples> megabytes = new LinkedHashMap<>();

    @Override
    public void run() throws Exception {
        Path folder = Files.createTempDirectory("genjin-start");
        try (Town town = Town.found()) {
            History.write(town, MESSAGES);
            prepare(town, folder);
            for (int round = 0; round < ROUNDS; round++) {
                for (String way : ways.keySet()) {
                    start(town, way);
                }
            }
            print(memoryAtWork(town));
        } finally {
            delete(folder);
        }
        String said = Command.java(
                        Path.of("."), List.of("-cp", System.getProperty("java.class.path"), HanLpCost.class.getName()))
                .strip();
        String[] hanLp = said.substring(said.lastIndexOf('\n') + 1).split(" ");
        System.out.println("HanLP's dictionaries and the analyzer in a process of their own: " + hanLp[0] + " s, "
                + hanLp[1] + " MB.\n");
    }

    /** What docs/operations.md tells under "Start faster". */
    private void prepare(Town town, Path folder) throws IOException, InterruptedException {
        Path jar = BotProcess.jar();
        Command.java(folder, List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", "app"));
        String extracted = folder.resolve("app/genjin.jar").toString();
        String archive = folder.resolve("genjin.jsa").toString();
        List<String> training = new ArrayList<>(List.of(
                "-Xmx512m",
                "-XX:ArchiveClassesAtExit=" + archive,
                "-Dspring.context.exit=onRefresh",
                "-jar",
                extracted));
        training.addAll(town.settings());
        Command.java(folder, training);
        ways.put(JAR, List.of("-Xmx512m", "-jar", jar.toString()));
        ways.put(
                BARE,
                List.of(
                        "-Xmx512m",
                        "-Dmanagement.health.redis.enabled=true",
                        "-jar",
                        BareJar.make(jar, folder.resolve("bare.jar")).toString()));
        ways.put(EXTRACTED, List.of("-Xmx512m", "-jar", extracted));
        ways.put(ARCHIVE, List.of("-Xmx512m", "-XX:SharedArchiveFile=" + archive, "-jar", extracted));
    }

    private void start(Town town, String way) throws IOException, InterruptedException {
        BotProcess node = town.startNode(ways.get(way));
        note(seconds, way, node.readyAfter().toMillis() / 1e3);
        note(cpu, way, node.cpu().toMillis() / 1e3);
        TimeUnit.SECONDS.sleep(2);
        note(megabytes, way, node.residentMegabytes());
        town.closeNodes();
    }

    private double memoryAtWork(Town town) throws Exception {
        try (Child load = Child.start(Traffic.class, List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"))) {
            BotProcess node = town.startNode(ways.get(JAR));
            CardRun.Outcome cards = CardRun.of(town, load, 0, MESSAGES, PER_SECOND);
            if (cards.cards() < MESSAGES) {
                System.out.println(cards.lost() + " cards were not there in time.\n");
            }
            return node.residentMegabytes();
        } finally {
            town.closeNodes();
        }
    }

    private void print(double atWork) {
        System.out.printf("`-Xmx512m`, schema migrated, %d rounds in turn; memory 2 s after ready.%n%n", ROUNDS);
        Table table = new Table("start", "s to ready", "[min max]", "× jar", "CPU s", "RSS MB");
        ways.keySet()
                .forEach(way -> table.row(
                        way,
                        seconds.get(way),
                        seconds.get(way).range(),
                        seconds.get(way).over(seconds.get(JAR)),
                        cpu.get(way),
                        megabytes.get(way)));
        table.print();
        new Goals()
                .atMost(
                        "jar : bare application",
                        1.3,
                        seconds.get(JAR).over(seconds.get(BARE)).median())
                .atMost(
                        "class-data archive : jar",
                        0.5,
                        seconds.get(ARCHIVE).over(seconds.get(JAR)).median())
                .atMost("RSS MB after " + MESSAGES + " messages", MOST_MEGABYTES, atWork)
                .print();
    }

    private static void note(Map<String, Samples> figures, String way, double value) {
        figures.computeIfAbsent(way, absent -> new Samples()).add(value);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path each : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
