package io.genjin.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long it may take: system properties, so that a developer can look at a rough figure within a minute. */
public final class BenchmarkSettings {
    private BenchmarkSettings() {}

    /** One round of one side; {@code genjin.benchmark.seconds}. */
    public static Duration round() {
        return seconds("genjin.benchmark.seconds", 4);
    }

    /** The long run after which the backlog is counted; {@code genjin.benchmark.long-seconds}. */
    public static Duration longRun() {
        return seconds("genjin.benchmark.long-seconds", 60);
    }

    /** Callbacks that a side answers before it is measured; {@code genjin.benchmark.warm-up}. */
    public static long warmUp() {
        return Long.getLong("genjin.benchmark.warm-up", 100_000);
    }

    /** Rounds after warming up; {@code genjin.benchmark.rounds}. */
    public static int rounds() {
        return Integer.getInteger("genjin.benchmark.rounds", 5);
    }

    /**
     * The JVM of a server, as docs/operations.md says; {@code genjin.benchmark.profile} names a folder for a flight
     * recording of each.
     */
    public static List<String> serverJvm(String name) {
        List<String> options = new ArrayList<>(List.of("-Xmx1g"));
        String more = System.getProperty("genjin.benchmark.jvm", "");
        Collections.addAll(options, more.isEmpty() ? new String[0] : more.split(" "));
        String folder = System.getProperty("genjin.benchmark.profile");
        if (folder != null) {
            options.add("-XX:StartFlightRecording=settings=profile,filename=" + folder + "/" + name + ".jfr");
        }
        return options;
    }

    private static Duration seconds(String property, int usual) {
        return Duration.ofSeconds(Integer.getInteger(property, usual));
    }
}
