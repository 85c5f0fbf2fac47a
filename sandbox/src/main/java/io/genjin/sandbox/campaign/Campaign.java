package io.genjin.sandbox.campaign;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One campaign from the first start to the last comparison. Closing it ends every process that it started. */
public final class Campaign implements AutoCloseable {
    private static final Duration ARCHIVED_WITHIN = Duration.ofMinutes(3);

    private final CampaignOptions options;
    private final Path folder;
    private final Consumer<String> log;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean closed;

    /**
     * A campaign that has not begun.
     *
     * @param folder for data and logs; must exist
     * @param log hears one line for each fault
     */
    public Campaign(CampaignOptions options, Path folder, Consumer<String> log) {
        this.options = options;
        this.folder = folder;
        this.log = log;
    }

    /**
     * Runs it.
     *
     * @throws IllegalStateException if something that was killed does not come back
     */
    public Outcome run() throws IOException, InterruptedException, SQLException {
        long began = System.nanoTime();
        var plan = Plan.of(options);
        var ports = new Ports();
        var outside = begin(new Outside(folder, ports));
        var wecom = outside.wecom();
        wecom.changePeople(directory -> plan.cast().settle(directory, wecom.now()));
        var fleet = begin(fleet(outside, ports));
        wecom.setCallbackUrls(fleet.callbackUrls());
        fleet.startAll();
        log.accept("the bot is up after " + since(began).toSeconds() + " s");

        var ledger = new Ledger();
        var thumbs = begin(new Thumbs(wecom, plan.cast(), ledger, options.seed()));
        var faults = begin(new Faults(outside, fleet, log));
        var traffic = begin(new Traffic(wecom, plan.cast(), ledger));
        thumbs.start();
        storm(plan, traffic, faults);
        wecom.misbehave().calm();
        log.accept("the traffic is over after " + since(began).toSeconds() + " s");
        var rest = new Rest(outside, thumbs, log);
        rest.await();
        thumbs.finish();
        var outage = new Outage(outside, plan.cast(), ledger, log)
                .measure(plan.lines().size(), options.longestOutage());
        boolean settled = rest.await() && fleet.fallen() == 0;
        thumbs.finish();
        thumbs.close();
        var evidence = rest.evidence(plan.cast());
        var result = new Result(
                options,
                ledger.said(),
                ledger.tapped(),
                faults.counts(),
                outage,
                Checker.check(ledger.said(), ledger.tapped(), evidence),
                settled,
                fleet.starts(),
                fleet.slowStops(),
                since(began));
        return new Outcome(result.good(), Report.of(result));
    }

    private void storm(Plan plan, Traffic traffic, Faults faults) throws InterruptedException {
        var waiting = new ArrayDeque<>(plan.faults());
        for (var line : plan.lines()) {
            while (!waiting.isEmpty() && waiting.peek().after() <= line.number()) {
                faults.begin(waiting.remove());
            }
            traffic.begin(line);
            TimeUnit.MILLISECONDS.sleep(options.everyMillis());
        }
        faults.finish();
        traffic.finish();
    }

    private Fleet fleet(Outside outside, Ports ports) throws IOException, InterruptedException {
        var command = options.bot();
        if (options.image()) {
            int port = ports.next();
            command = BotImage.archived(command, outside.settings(port), folder, this::startOnce, port);
        }
        List<BotNode> nodes = new ArrayList<>();
        for (int i = 0; i < options.nodes(); i++) {
            int port = ports.next();
            var all = new ArrayList<>(command);
            all.addAll(outside.settings(port));
            nodes.add(new BotNode(all, port, folder.resolve("node-" + i + ".log")));
        }
        return new Fleet(nodes);
    }

    private void startOnce(BotNode node) {
        try (node) {
            node.launch();
            node.awaitReady();
            // The archive is written at the end.
            node.stop(ARCHIVED_WITHIN);
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private synchronized <T extends AutoCloseable> T begin(T part) {
        if (closed) {
            throw new IllegalStateException("the campaign was ended");
        }
        started.push(part);
        return part;
    }

    /** Ends everything; the folder stays. Closing twice is harmless. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                log.accept("not closed: " + e.getMessage());
            }
        }
    }

    /**
     * Removes a campaign's data and logs.
     *
     * @throws IOException if they can't be listed
     */
    public static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    /** A new folder for a campaign's data and logs. */
    static Path temporaryFolder() throws IOException {
        return Files.createTempDirectory("genjin-campaign-");
    }
}
