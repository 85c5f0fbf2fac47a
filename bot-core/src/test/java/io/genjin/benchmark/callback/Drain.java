package io.genjin.benchmark.callback;

import io.genjin.benchmark.BenchmarkSettings;
import io.genjin.benchmark.Benchmarks;
import io.genjin.benchmark.Child;
import io.genjin.benchmark.Goals;
import io.genjin.benchmark.Samples;
import io.genjin.benchmark.Table;

/** A backlog handed to handlers that do nothing, with nothing else going on: the inbox beside db-scheduler. */
public final class Drain implements Benchmarks.Part {
    private static final int BACKLOG = Integer.getInteger("genjin.benchmark.backlog", 20_000);
    private static final int WARM_UP_ROUNDS = 4;

    @Override
    public void run() throws Exception {
        try (Sides sides = new Sides()) {
            Child inbox = sides.product("handled").server();
            Child timers = sides.timers();
            Samples ours = new Samples();
            Samples theirs = new Samples();
            for (int round = -WARM_UP_ROUNDS; round < BenchmarkSettings.rounds(); round++) {
                double inboxSeconds = Double.parseDouble(inbox.ask("drain " + BACKLOG));
                double timerSeconds = Double.parseDouble(timers.ask("drain " + BACKLOG));
                if (round >= 0) {
                    ours.add(BACKLOG / inboxSeconds);
                    theirs.add(BACKLOG / timerSeconds);
                }
            }
            new Table("backlog of " + BACKLOG, "handled/s", "[min max]", "× db-scheduler")
                    .row("inbox", ours, ours.range(), ours.over(theirs))
                    .row("db-scheduler, lock-and-fetch, 16 threads", theirs, theirs.range(), 1.0)
                    .print();
            new Goals()
                    .atLeast("inbox : db-scheduler", 5, ours.over(theirs).median())
                    .print();
        }
    }
}
