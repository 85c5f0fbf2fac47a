package io.genjin.benchmark.whole;

import io.genjin.benchmark.Child;
import io.genjin.benchmark.Samples;
import io.genjin.sandbox.wecom.api.RecordedCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Customers' words in, cards out: from each callback's 200 to its card's message/send at WeCom. */
final class CardRun {
    /** How long the last cards may take before they count as lost. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Less than it takes to fill WeCom's log of 5,000 calls. */
    private static final long LOOK_EVERY_MILLIS = 500;

    private final Town town;
    private final Child load;
    private final Map<String, Long> sentAt = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private int twice;

    /**
     * What came of it.
     *
     * @param millis from acknowledged to sent, per card
     * @param refused callbacks without a 200
     * @param lost acknowledged, and no card
     * @param twice cards beyond the first of a customer
     * @param seconds from the first callback's 200 to the last card
     * @param commands SQL commands
     * @param cpu processor milliseconds, by who used them
     */
    record Outcome(
            Samples millis, int refused, int lost, int twice, double seconds, long commands, Map<String, Double> cpu) {
        int cards() {
            return millis.size();
        }

        double perSecond() {
            return cards() / seconds;
        }
    }

    private CardRun(Town town, Child load) {
        this.town = town;
        this.load = load;
    }

    /**
     * Lets {@code count} customers from {@code first} on speak once each.
     *
     * @param perSecond evenly so many, or 0 for as fast as they are acknowledged
     */
    static Outcome of(Town town, Child load, int first, int count, double perSecond) throws Exception {
        return new CardRun(town, load).run(first, count, perSecond);
    }

    private Outcome run(int first, int count, double perSecond) throws Exception {
        takeCards();
        sentAt.clear();
        twice = 0;
        long commands = town.commands();
        Map<String, Duration> before = Machine.use(town.nodes(), load);
        String[] answer = ask(first, count, perSecond);
        Map<Integer, Long> acknowledged = read(Path.of(answer[1]));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (sentAt.size() < acknowledged.size() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
            takeCards();
        }
        Map<String, Double> cpu = Machine.between(before, Machine.use(town.nodes(), load));
        return outcome(acknowledged, Integer.parseInt(answer[0]), town.commands() - commands, cpu);
    }

    /** Asks the load, and gathers cards meanwhile. */
    private String[] ask(int first, int count, double perSecond) throws Exception {
        String ports =
                town.nodes().stream().map(node -> String.valueOf(node.port())).collect(Collectors.joining(","));
        String[][] answer = new String[1][];
        Exception[] failed = new Exception[1];
        Thread asking = new Thread(() -> {
            try {
                answer[0] = load.ask("texts " + ports + " " + count + " " + first + " " + perSecond)
                        .split(" ");
            } catch (IOException ended) {
                failed[0] = ended;
            }
        });
        asking.start();
        while (asking.isAlive()) {
            asking.join(LOOK_EVERY_MILLIS);
            takeCards();
        }
        if (failed[0] != null) {
            throw failed[0];
        }
        return answer[0];
    }

    private void takeCards() {
        for (RecordedCall call : town.wecom().calls("message/send")) {
            if (call.errcode() != 0 || !call.body().has("template_card")) {
                continue;
            }
            if (seen.add(call.answer().path("msgid").asString(""))) {
                String title = call.body()
                        .path("template_card")
                        .path("main_title")
                        .path("title")
                        .asString("");
                long at = ChronoUnit.MICROS.between(Instant.EPOCH, call.at());
                twice += sentAt.putIfAbsent(title, at) == null ? 0 : 1;
            }
        }
    }

    private Outcome outcome(Map<Integer, Long> acknowledged, int refused, long commands, Map<String, Double> cpu) {
        Samples millis = new Samples();
        long begin = Long.MAX_VALUE;
        long end = 0;
        for (Map.Entry<Integer, Long> each : acknowledged.entrySet()) {
            Long card = sentAt.get(Team.nameOf(each.getKey()));
            if (card != null) {
                millis.add((card - each.getValue()) / 1e3);
                begin = Math.min(begin, each.getValue());
                end = Math.max(end, card);
            }
        }
        int lost = acknowledged.size() - millis.size();
        return new Outcome(millis, refused, lost, twice, (end - begin) / 1e6, commands, cpu);
    }

    private static Map<Integer, Long> read(Path file) throws IOException {
        Map<Integer, Long> acknowledged = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split(" ");
            acknowledged.put(Integer.valueOf(parts[0]), Long.valueOf(parts[1]));
        }
        Files.delete(file);
        return acknowledged;
    }
}
