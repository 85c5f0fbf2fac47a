package io.genjin.sandbox.wecom.callback;

import io.genjin.sandbox.wecom.wire.CallbackCrypto;
import io.genjin.sandbox.wecom.wire.EncryptedCallback;
import io.genjin.sandbox.wecom.wire.XmlTree;
import io.genjin.sandbox.wecom.world.Changes;
import io.genjin.sandbox.wecom.world.SimulatorClock;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import tools.jackson.databind.node.ObjectNode;

/** Delivers callbacks as WeCom does (doc 90238) and remembers each. Thread-safe; a delivery blocks its caller. */
public final class CallbackSender implements AutoCloseable {
    /** doc 90238: after a failure the request is repeated three times. */
    private static final int ATTEMPTS = 4;

    private static final int REMEMBERED = 2000;

    private final CallbackSettings settings;
    private final SimulatorClock clock;
    private final Changes changes;
    private final CallbackCrypto crypto;
    private final Nodes nodes;
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final Deque<Held> held = new ArrayDeque<>();
    private final ExecutorService parallel = Executors.newCachedThreadPool(CallbackSender::daemon);
    private volatile DeliveryPlan usualPlan = DeliveryPlan.once();
    private boolean holding;

    /** Sends to the nodes of the settings. */
    public CallbackSender(CallbackSettings settings, SimulatorClock clock, Changes changes) {
        this.settings = settings;
        this.clock = clock;
        this.changes = changes;
        this.crypto = new CallbackCrypto(settings.token(), settings.aesKey(), settings.corpId());
        this.nodes = new Nodes(settings.urls());
    }

    /** The load balancer in front of the bot's nodes. */
    public Nodes nodes() {
        return nodes;
    }

    /** How callbacks are delivered unless a plan is given. */
    public DeliveryPlan usualPlan() {
        return usualPlan;
    }

    /** Changes how callbacks are delivered unless a plan is given. */
    public void setUsualPlan(DeliveryPlan plan) {
        usualPlan = plan;
    }

    /** Everything delivered or held, the oldest first; the last 2,000. */
    public List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /**
     * Delivers and returns when it was answered or given up; at once while callbacks are held back.
     *
     * @param what the kind in a few words, without chat text
     * @param ofApp whether the envelope names the application
     * @param onReply called once, with the first decrypted passive reply
     */
    public Delivery deliver(
            String what, String xml, boolean ofApp, DeliveryPlan plan, BiConsumer<Delivery, ObjectNode> onReply) {
        var delivery = new Delivery(clock.instant(), what, xml);
        deliveries.add(delivery);
        if (deliveries.size() > REMEMBERED) {
            deliveries.remove(0);
        }
        Runnable work = () -> run(delivery, ofApp, plan, onReply);
        synchronized (held) {
            if (holding) {
                delivery.hold(true);
                held.add(new Held(delivery, work));
                changes.happened();
                return delivery;
            }
        }
        work.run();
        return delivery;
    }

    /** Holds every further callback back until it is released. */
    public void hold() {
        synchronized (held) {
            holding = true;
        }
    }

    /** Delivers what was held back, the last first if reversed, and holds nothing further. */
    public List<Delivery> release(boolean reversed) {
        var waiting = new ArrayList<Held>();
        synchronized (held) {
            waiting.addAll(held);
            held.clear();
            holding = false;
        }
        if (reversed) {
            Collections.reverse(waiting);
        }
        for (var each : waiting) {
            each.delivery().hold(false);
            each.work().run();
        }
        return waiting.stream().map(Held::delivery).toList();
    }

    /** Whether callbacks are held back now. */
    public boolean holding() {
        synchronized (held) {
            return holding;
        }
    }

    /** Seals a text without sending it. */
    public EncryptedCallback seal(String xml, boolean ofApp) {
        var agent = ofApp ? Integer.toString(settings.agentId()) : "";
        var nonce = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        return EncryptedCallback.seal(crypto, xml, settings.corpId(), agent, clock.epochSecond(), nonce);
    }

    /** The admin console's check (doc 90238): every node echoes the plain text, exactly and within a second. */
    public boolean callbackUrlPassesCheck() {
        var text = UUID.randomUUID().toString();
        var sealed = seal(text, true);
        var query = sealed.query() + "&echostr=" + URLEncoder.encode(sealed.encrypt(), StandardCharsets.UTF_8);
        return nodes.urls().stream().map(node -> nodes.echo(node, query)).allMatch(answer -> answer.body()
                .equals(text));
    }

    @Override
    public void close() {
        parallel.shutdownNow();
    }

    private void run(Delivery delivery, boolean ofApp, DeliveryPlan plan, BiConsumer<Delivery, ObjectNode> onReply) {
        if (!pause(plan.after())) {
            delivery.end();
            return;
        }
        if (plan.atOnce()) {
            var all = new ArrayList<CompletableFuture<Void>>();
            for (int i = 0; i < plan.times(); i++) {
                all.add(CompletableFuture.runAsync(() -> untilAnswered(delivery, ofApp), parallel));
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } else {
            for (int i = 0; i < plan.times(); i++) {
                untilAnswered(delivery, ofApp);
            }
        }
        delivery.end();
        delivery.replies().stream().findFirst().ifPresent(reply -> onReply.accept(delivery, reply));
        changes.happened();
    }

    private void untilAnswered(Delivery delivery, boolean ofApp) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            // Sealed anew each time: only the plain text tells that it is a repeat.
            var answer = nodes.post(seal(delivery.xml(), ofApp));
            delivery.attempted(answer.attempt());
            changes.happened();
            if (answer.attempt().status() == 200) {
                read(delivery, answer.body());
                return;
            }
            if (attempt < ATTEMPTS && !pause(settings.retryAfter())) {
                return;
            }
        }
    }

    private void read(Delivery delivery, String body) {
        if (body.isBlank() || body.equals("success")) {
            return;
        }
        try {
            var envelope = XmlTree.parse(body);
            var encrypt = envelope.path("Encrypt").asString("");
            var signature = crypto.signature(
                    envelope.path("TimeStamp").asString(""),
                    envelope.path("Nonce").asString(""),
                    encrypt);
            if (!signature.equals(envelope.path("MsgSignature").asString(""))) {
                throw new IllegalArgumentException("the reply's signature is wrong");
            }
            delivery.replied(XmlTree.parse(crypto.decrypt(encrypt)));
        } catch (IllegalArgumentException e) {
            delivery.complain(String.valueOf(e.getMessage()));
        }
    }

    private static boolean pause(Duration length) {
        try {
            TimeUnit.MILLISECONDS.sleep(length.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "wecom-callback");
        thread.setDaemon(true);
        return thread;
    }

    private record Held(Delivery delivery, Runnable work) {}
}
