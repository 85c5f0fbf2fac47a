package io.genjin.benchmark.callback;

import io.genjin.benchmark.BenchmarkSettings;
import io.genjin.benchmark.Benchmarks;
import io.genjin.benchmark.Goals;
import io.genjin.benchmark.Load.Result;
import io.genjin.benchmark.Samples;
import io.genjin.benchmark.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Callbacks a second, what each costs, and how long each waits: the product beside its floor and the usual way. */
public final class CallbackPath implements Benchmarks.Part {
    private static final int WARM_UP_ROUNDS = 20;
    private static final double SHARE = 0.8;

    @Override
    public void run() throws Exception {
        try (Sides sides = new Sides()) {
            List<Side> all = new ArrayList<>(sides.floorAndVerify());
            Side floor = all.get(0);
            Side verify = all.get(1);
            Side accept = sides.product("accept");
            Side handled = sides.product("handled");
            Side usual = sides.usual();
            all.addAll(List.of(accept, handled, usual));
            for (Side side : all) {
                warmUp(sides, side);
            }
            for (int round = 0; round < BenchmarkSettings.rounds(); round++) {
                for (Side side : all) {
                    side.saturate(sides.load, BenchmarkSettings.round());
                }
            }
            print(all, floor);
            Samples added = verify.cpu.minus(floor.cpu);
            Goals goals = new Goals()
                    .atMost("verify + decrypt + parse: µs of CPU above the floor", 20, added.median())
                    .atLeast(
                            "accept : verify",
                            0.40,
                            accept.perSecond.over(verify.perSecond).median())
                    .atLeast(
                            "handled : verify",
                            0.30,
                            handled.perSecond.over(verify.perSecond).median())
                    .atLeast(
                            "handled : usual",
                            4,
                            handled.perSecond.over(usual.perSecond).median())
                    .atMost("SQL commands per callback, handled", 0.5, handled.commands.median());
            latencies(sides, List.of(floor, accept, handled), floor.p50.median(), goals);
            longRun(sides, handled, goals);
            goals.atMost("callbacks of the product not answered with 200", 0, accept.failed() + handled.failed())
                    .print();
        }
    }

    /** Until the compiler has seen enough: by number, else the slowest side would be measured the coldest. */
    private static void warmUp(Sides sides, Side side) throws Exception {
        long answered = 0;
        for (int i = 0; i < WARM_UP_ROUNDS && answered < BenchmarkSettings.warmUp(); i++) {
            answered += side.saturate(sides.load, BenchmarkSettings.round()).answered();
        }
        side.forget();
    }

    private static void print(List<Side> all, Side floor) {
        Table table = new Table(
                "side",
                "callbacks/s",
                "[min max]",
                "× floor",
                "p50 ms",
                "p99 ms",
                "CPU µs app",
                "CPU µs database",
                "SQL",
                "failed");
        for (Side side : all) {
            table.row(
                    side.name,
                    side.perSecond,
                    side.perSecond.range(),
                    side.perSecond.over(floor.perSecond),
                    side.p50,
                    side.p99,
                    side.cpu,
                    side.databaseCpu,
                    side.commands,
                    side.failed());
        }
        table.print();
    }

    private static void latencies(Sides sides, List<Side> some, double floorMedian, Goals goals) throws Exception {
        Table table = new Table("at 80 % of its maximum", "callbacks/s", "p50 ms", "p99 ms", "[min max]", "longest ms");
        for (Side side : some) {
            Samples rate = new Samples();
            Samples p50 = new Samples();
            Samples p99 = new Samples();
            Samples longest = new Samples();
            for (int round = 0; round < 3; round++) {
                Result result = side.pace(sides.load, BenchmarkSettings.round(), SHARE);
                rate.add(result.perSecond());
                p50.add(result.p50Millis());
                p99.add(result.p99Millis());
                longest.add(result.maxMillis());
            }
            table.row(side.name, rate, p50, p99, p99.range(), longest);
            if (!side.name.equals("floor")) {
                goals.atMost(side.name + ": p99 at 80 % : the floor's median", 50, p99.median() / floorMedian)
                        .atMost(side.name + ": p99 at 80 %, ms", 500, p99.median());
            }
        }
        table.print();
    }

    private static void longRun(Sides sides, Side handled, Goals goals) throws Exception {
        Duration length = BenchmarkSettings.longRun();
        Result result = handled.saturate(sides.load, length);
        long backlog = handled.backlogAtEnd();
        new Table("saturated for " + length.toSeconds() + " s", "answered", "callbacks/s", "not handed over", "%")
                .row("handled", result.answered(), result.perSecond(), backlog, 100.0 * backlog / result.answered())
                .print();
        goals.atMost("backlog at the end, %", 1, 100.0 * backlog / result.answered());
    }
}
