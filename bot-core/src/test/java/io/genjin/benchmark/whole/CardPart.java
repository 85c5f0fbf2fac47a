package io.genjin.benchmark.whole;

import io.genjin.benchmark.Benchmarks.Part;
import io.genjin.benchmark.Child;
import io.genjin.benchmark.Goals;
import io.genjin.benchmark.Samples;
import io.genjin.benchmark.Table;
import java.util.List;
import java.util.Map;

/** How soon a customer's words are a card on the rep's phone, everything on this machine. */
public final class CardPart implements Part {
    private static final int PER_SECOND = Integer.getInteger("genjin.benchmark.card-rate", 100);
    private static final int WARM_UP_SECONDS = Integer.getInteger("genjin.benchmark.warm-up-seconds", 30);
    private static final int SECONDS = Integer.getInteger("genjin.benchmark.card-seconds", 60);

    @Override
    public void run() throws Exception {
        try (Town town = Town.found();
                Child load = Child.start(Traffic.class, List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"))) {
            int warmUp = WARM_UP_SECONDS * PER_SECOND;
            int count = SECONDS * PER_SECOND;
            History.write(town, warmUp + count);
            town.startNode();
            town.awaitIdle();
            CardRun.of(town, load, 0, warmUp, PER_SECOND);
            town.settle();
            print(CardRun.of(town, load, warmUp, count, PER_SECOND));
        }
    }

    private static void print(CardRun.Outcome outcome) {
        Samples millis = outcome.millis();
        System.out.printf(
                "From the callback's 200 to the card's `message/send`: %d messages a second for %d s, one node, no quiet period.%n%n",
                PER_SECOND, SECONDS);
        new Table("figure", "value")
                .row("cards", outcome.cards())
                .row("p50 ms", millis.at(0.5))
                .row("p90 ms", millis.at(0.9))
                .row("p99 ms", millis.at(0.99))
                .row("slowest ms", millis.at(1))
                .row("SQL commands per card", (double) outcome.commands() / outcome.cards())
                .row("callbacks without 200", outcome.refused())
                .row("sent twice", outcome.twice())
                .print();
        printCpu(outcome);
        new Goals()
                .atMost("p50 ms", 150, millis.at(0.5))
                .atMost("p99 ms", 1000, millis.at(0.99))
                .atMost("acknowledged without a card", 0, outcome.lost())
                .print();
    }

    private static void printCpu(CardRun.Outcome outcome) {
        Table cpu = new Table("processor", "ms per card", "share of one core");
        for (Map.Entry<String, Double> each : outcome.cpu().entrySet()) {
            cpu.row(each.getKey(), each.getValue() / outcome.cards(), each.getValue() / 1000 / outcome.seconds());
        }
        cpu.print();
    }
}
