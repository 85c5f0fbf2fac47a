package io.genjin.benchmark.whole;

import io.genjin.benchmark.Benchmarks.Part;
import io.genjin.benchmark.Child;
import io.genjin.benchmark.Goals;
import io.genjin.benchmark.Samples;
import io.genjin.benchmark.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same team with ten times the history: two databases on one server, a node each, measured in turn. */
public final class GrowthPart implements Part {
    private static final int CUSTOMERS = Integer.getInteger("genjin.benchmark.growth-customers", 5_000);
    private static final int TIMES = 10;
    private static final int ROUNDS = Integer.getInteger("genjin.benchmark.growth-rounds", 6);
    private static final int PER_SECOND = 50;
    private static final int CARDS = Math.min(500, CUSTOMERS / (ROUNDS + 2));
    private static final int WARM_UP = 2 * CARDS;
    private static final int EVENTS = Integer.getInteger("genjin.benchmark.growth-events", 6_000);
    private static final double MOST = 10;

    /** One database with its figures. */
    private static final class Side {
        final Town town;
        final Map<String, Samples> figures = new LinkedHashMap<>();
        int next = WARM_UP;

        Side(Town town) {
            this.town = town;
        }

        void note(String figure, double value) {
            figures.computeIfAbsent(figure, absent -> new Samples()).add(value);
        }
    }

    @Override
    public void run() throws Exception {
        try (Town young = Town.found();
                Town old = Town.found();
                Child load = Child.start(Traffic.class, List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"))) {
            long start = System.nanoTime();
            History.write(young, CUSTOMERS);
            History.write(old, CUSTOMERS * TIMES);
            System.out.printf("History written in %.0f s.%n%n", (System.nanoTime() - start) / 1e9);
            List<Side> sides = List.of(new Side(young), new Side(old));
            for (Side side : sides) {
                side.town.startNode();
                side.town.awaitIdle();
                CardRun.of(side.town, load, 0, WARM_UP, PER_SECOND);
                side.town.settle();
                EventRun.of(side.town, load, EVENTS);
            }
            for (int round = 0; round < ROUNDS; round++) {
                measure(sides.get(round % 2), load);
                measure(sides.get(1 - round % 2), load);
            }
            print(sides.get(0), sides.get(1));
        }
    }

    private static void measure(Side side, Child load) throws Exception {
        CardRun.Outcome cards = CardRun.of(side.town, load, side.next, CARDS, PER_SECOND);
        side.next += CARDS;
        side.note("card, p50 ms", cards.millis().at(0.5));
        side.note("card, p99 ms", cards.millis().at(0.99));
        side.note("card, bot's CPU ms", cards.cpu().get("bot") / cards.cards());
        side.note("card, database's CPU ms", cards.cpu().get("database") / cards.cards());
        side.town.settle();
        EventRun.Outcome events = EventRun.of(side.town, load, EVENTS);
        side.note("event, µs to accept", 1e6 / events.acceptedPerSecond());
        side.note("event, µs to accept and handle", 1e6 / events.handledPerSecond());
    }

    private static void print(Side young, Side old) throws Exception {
        System.out.printf(
                "%,d messages, %,d drafts and %,d leads against %,d, %,d and %,d; %d rounds in turn.%n%n",
                History.messagesOf(CUSTOMERS),
                History.draftsOf(CUSTOMERS),
                CUSTOMERS,
                History.messagesOf(CUSTOMERS * TIMES),
                History.draftsOf(CUSTOMERS * TIMES),
                CUSTOMERS * TIMES,
                ROUNDS);
        Table table = new Table("figure", "history", "× 10", "ratio", "[min max] of the rounds' ratios");
        Goals goals = new Goals();
        young.figures.forEach((figure, small) -> {
            Samples large = old.figures.get(figure);
            Samples ratio = large.over(small);
            table.row(figure, small, large, ratio, ratio.range());
            goals.atMost(figure + ", more by %", MOST, (ratio.median() - 1) * 100);
        });
        table.print();
        goals.print();
    }
}
