package io.genjin.bot.benchmark;

import java.time.Duration;

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

    /** Rounds after warming up; {@code genjin.benchmark.rounds}. */
    public static int rounds() {
        return Integer.getInteger("genjin.benchmark.rounds", 5);
    }

    private static Duration seconds(String property, int usual) {
        return Duration.ofSeconds(Integer.getInteger(property, usual));
    }
}
