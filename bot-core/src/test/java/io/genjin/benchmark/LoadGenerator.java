package io.genjin.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** The load's own process: prepares requests, then sends them over keep-alive connections from one thread. */
public final class LoadGenerator {
    private final SampleCallbacks callbacks = new SampleCallbacks();
    private final AtomicLong made = new AtomicLong();
    private byte[][] prepared = {};

    private LoadGenerator() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream answers = Child.answers();
        LoadGenerator generator = new LoadGenerator();
        Child.serve(
                answers,
                "ready",
                question -> question[0].equals("prepare")
                        ? generator.prepare(question[1], Integer.parseInt(question[2]))
                        : generator.run(question));
    }

    private String prepare(String path, int count) {
        prepared = new byte[0][];
        long first = made.getAndAdd(count);
        byte[][] fresh = new byte[count][];
        IntStream.range(0, count).parallel().forEach(i -> fresh[i] = callbacks.request(path, first + i));
        prepared = fresh;
        return Integer.toString(count);
    }

    private String run(String[] question) throws IOException {
        int port = Integer.parseInt(question[1]);
        Duration length = Duration.ofMillis(Long.parseLong(question[2]));
        int connections = Integer.parseInt(question[3]);
        double perSecond = Double.parseDouble(question[4]);
        try (Connections open = new Connections(port, connections, prepared)) {
            Connections.Outcome outcome = perSecond > 0 ? open.pace(length, perSecond) : open.saturate(length);
            prepared = new byte[0][];
            return describe(outcome);
        }
    }

    private static String describe(Connections.Outcome outcome) {
        long[] sorted = outcome.latencies();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%d %d %.6f %.4f %.4f %.4f",
                sorted.length,
                outcome.failed(),
                outcome.nanos() / 1e9,
                millis(sorted, 0.5),
                millis(sorted, 0.99),
                millis(sorted, 1));
    }

    private static double millis(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
    }
}
