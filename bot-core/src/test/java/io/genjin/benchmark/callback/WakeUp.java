package io.genjin.benchmark.callback;

import io.genjin.benchmark.Benchmarks;
import io.genjin.benchmark.Goals;
import io.genjin.benchmark.Samples;
import io.genjin.benchmark.Table;
import java.time.Duration;

/** How soon a handler starts on an idle node: one callback at a time, counted from before its commit. */
public final class WakeUp implements Benchmarks.Part {
    private static final double PER_SECOND = 20;
    private static final Duration LENGTH = Duration.ofSeconds(20);

    @Override
    public void run() throws Exception {
        try (Sides sides = new Sides()) {
            Side handled = sides.product("handled");
            handled.saturate(sides.load, Duration.ofSeconds(4));
            handled.settle();
            handled.server().ask("listen");
            handled.pace(sides.load, LENGTH, PER_SECOND / handled.perSecond.median());
            handled.settle();
            String[] waits = handled.server().ask("waits").split(" ");
            double p50 = Double.parseDouble(waits[1]);
            double p99 = Double.parseDouble(waits[2]);
            new Table(
                            "idle, " + Samples.number(PER_SECOND) + " a second",
                            "callbacks",
                            "p50 ms",
                            "p99 ms",
                            "longest ms")
                    .row("before the commit → handler's start", waits[0], p50, p99, Double.parseDouble(waits[3]))
                    .print();
            new Goals().atMost("p50, ms", 10, p50).atMost("p99, ms", 50, p99).print();
        }
    }
}
