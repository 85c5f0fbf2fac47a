package io.genjin.benchmark.whole;

import io.genjin.benchmark.Benchmarks.Part;
import io.genjin.benchmark.Child;
import io.genjin.benchmark.Goals;
import io.genjin.benchmark.Samples;
import io.genjin.benchmark.Table;
import java.util.ArrayList;
import java.util.List;

/** What a second node brings: each node has a small share of a core, so that neither database nor load is the limit. */
public final class NodesPart implements Part {
    private static final double SHARE = 0.35;
    private static final int ROUNDS = Integer.getInteger("genjin.benchmark.nodes-rounds", 3);
    private static final int CARDS = Integer.getInteger("genjin.benchmark.nodes-cards", 400);
    private static final int WARM_UP = 800;
    private static final int PER_SECOND = 50;
    private static final double WANTED = 1.6;

    /** So many nodes with that share of a core each, and what they took. */
    private static final class Side {
        final String name;
        final Town town;
        final double share;
        final Samples perSecond = new Samples();
        final Samples bot = new Samples();
        final Samples database = new Samples();
        final Samples cores = new Samples();

        Side(String name, Town town, double share) {
            this.name = name;
            this.town = town;
            this.share = share;
        }
    }

    @Override
    public void run() throws Exception {
        try (Town single = Town.found();
                Town pair = Town.found();
                Child load = Child.start(Traffic.class, List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"))) {
            prepare(single, 1, load);
            prepare(pair, 2, load);
            Side one = new Side("one node, " + SHARE + " of a core", single, SHARE);
            Side two = new Side("two nodes, " + SHARE + " of a core each", pair, SHARE);
            Side whole = new Side("one node, all that the others leave", single, 1);
            int next = WARM_UP;
            for (int round = 0; round < ROUNDS; round++) {
                for (Side side : List.of(one, two, whole)) {
                    measure(side, load, next);
                    next += CARDS;
                }
            }
            print(one, two, whole);
        }
    }

    private static void prepare(Town town, int nodes, Child load) throws Exception {
        History.write(town, WARM_UP + 3 * ROUNDS * CARDS);
        for (int i = 0; i < nodes; i++) {
            town.startNode();
        }
        town.awaitIdle();
        CardRun.of(town, load, 0, WARM_UP, PER_SECOND);
        town.settle();
    }

    private static void measure(Side side, Child load, int first) throws Exception {
        List<Slowed> slowed = new ArrayList<>();
        try {
            for (BotProcess node : side.share < 1 ? side.town.nodes() : List.<BotProcess>of()) {
                slowed.add(Slowed.down(node, slowed.size(), side.share));
            }
            CardRun.Outcome cards = CardRun.of(side.town, load, first, CARDS, 0);
            if (cards.lost() > 0) {
                System.out.println(cards.lost() + " cards of " + side.name + " were not there in time.\n");
            }
            side.perSecond.add(cards.perSecond());
            side.bot.add(cards.cpu().get("bot") / cards.cards());
            side.database.add(cards.cpu().get("database") / cards.cards());
            side.cores.add(cards.cpu().get("bot") / 1e3 / cards.seconds());
        } finally {
            for (Slowed each : slowed) {
                each.close();
            }
        }
        side.town.settle();
    }

    private static void print(Side one, Side two, Side whole) {
        System.out.printf(
                "%d signal-bearing messages at once, from the first 200 to the last card; %d rounds in turn.%n%n",
                CARDS, ROUNDS);
        Table table = new Table(
                "nodes",
                "cards a second",
                "[min max]",
                "× one",
                "nodes' CPU ms per card",
                "database's",
                "cores that the nodes used");
        for (Side side : List.of(one, two, whole)) {
            table.row(
                    side.name,
                    side.perSecond,
                    side.perSecond.range(),
                    side.perSecond.over(one.perSecond),
                    side.bot,
                    side.database,
                    side.cores);
        }
        table.print();
        double node = whole.bot.median();
        double database = whole.database.median();
        System.out.printf(
                "A core of a node takes %.0f cards a second, a core of the database %.0f: one such core is full with %.1f such nodes.%n%n",
                1e3 / node, 1e3 / database, node / database);
        new Goals()
                .atLeast(
                        "two nodes : one",
                        WANTED,
                        two.perSecond.over(one.perSecond).median())
                .print();
    }
}
