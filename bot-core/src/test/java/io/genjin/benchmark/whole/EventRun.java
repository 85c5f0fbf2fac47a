package io.genjin.benchmark.whole;

import io.genjin.benchmark.Child;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Events that nobody handles: what taking a callback in, keeping it and handing it over costs by itself. */
final class EventRun {
    private static final long LOOK_EVERY_MILLIS = 10;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

    private EventRun() {}

    /**
     * What came of it.
     *
     * @param acceptedPerSecond answered with 200
     * @param handledPerSecond accepted and handled, up to the last
     */
    record Outcome(double acceptedPerSecond, double handledPerSecond) {}

    static Outcome of(Town town, Child load, int count) throws Exception {
        String ports =
                town.nodes().stream().map(node -> String.valueOf(node.port())).collect(Collectors.joining(","));
        String[] answer = load.ask("events " + ports + " " + count).split(" ");
        long answered = System.nanoTime();
        if (!answer[0].equals("0")) {
            throw new IllegalStateException(answer[0] + " events were not accepted");
        }
        while (town.count("SELECT COUNT(*) FROM inbox WHERE state = 0") > 0) {
            if (System.nanoTime() - answered > PATIENCE_NANOS) {
                throw new IllegalStateException("the inbox was not emptied in time");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
        double seconds = Double.parseDouble(answer[1]);
        return new Outcome(count / seconds, count / (seconds + (System.nanoTime() - answered) / 1e9));
    }
}
