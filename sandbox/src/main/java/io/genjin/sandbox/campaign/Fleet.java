package io.genjin.sandbox.campaign;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The bot's nodes. One thread starts and kills; anyone may close. */
final class Fleet implements AutoCloseable {
    private final List<BotNode> nodes;
    private final AtomicInteger starts = new AtomicInteger();
    private final AtomicInteger slowStops = new AtomicInteger();

    Fleet(List<BotNode> nodes) {
        this.nodes = new ArrayList<>(nodes);
    }

    URI[] callbackUrls() {
        return nodes.stream().map(BotNode::callbackUrl).toArray(URI[]::new);
    }

    BotNode node(int index) {
        return nodes.get(index % nodes.size());
    }

    void startAll() {
        nodes.forEach(this::launch);
        nodes.forEach(BotNode::awaitReady);
    }

    void killAndStart(BotNode node) {
        node.kill();
        start(node);
    }

    void killAll() {
        nodes.forEach(BotNode::kill);
    }

    void rollingRestart() {
        for (var node : nodes) {
            if (!node.stop()) {
                slowStops.incrementAndGet();
            }
            start(node);
        }
    }

    /**
     * Moves one node's clock forward.
     *
     * @throws IllegalStateException if the node did not take that
     */
    void jump(int index, Duration by) {
        if (!node(index).jump(by)) {
            throw new IllegalStateException("node " + index + " did not take a jump of its clock");
        }
    }

    /** Processes started so far. */
    int starts() {
        return starts.get();
    }

    /** Nodes that did not end within their time after SIGTERM. */
    int slowStops() {
        return slowStops.get();
    }

    /** The nodes that ended although nobody ended them. */
    long fallen() {
        return nodes.stream().filter(node -> !node.isAlive()).count();
    }

    private void start(BotNode node) {
        launch(node);
        node.awaitReady();
    }

    private void launch(BotNode node) {
        starts.incrementAndGet();
        node.launch();
    }

    @Override
    public void close() {
        nodes.forEach(BotNode::close);
    }
}
