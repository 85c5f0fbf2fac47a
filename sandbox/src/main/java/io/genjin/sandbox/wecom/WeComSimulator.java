package io.genjin.sandbox.wecom;

import io.genjin.sandbox.wecom.api.AppSettings;
import io.genjin.sandbox.wecom.api.KfEndpoints;
import io.genjin.sandbox.wecom.api.Misbehaviour;
import io.genjin.sandbox.wecom.api.RecordedCall;
import io.genjin.sandbox.wecom.api.ServerApi;
import io.genjin.sandbox.wecom.callback.CallbackSender;
import io.genjin.sandbox.wecom.callback.CallbackSettings;
import io.genjin.sandbox.wecom.callback.Delivery;
import io.genjin.sandbox.wecom.callback.DeliveryPlan;
import io.genjin.sandbox.wecom.phone.CustomerPhone;
import io.genjin.sandbox.wecom.phone.GroupView;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import io.genjin.sandbox.wecom.phone.Simulation;
import io.genjin.sandbox.wecom.wire.EncryptedCallback;
import io.genjin.sandbox.wecom.world.Directory;
import io.genjin.sandbox.wecom.world.GroupChat;
import io.genjin.sandbox.wecom.world.SimulatorClock;
import io.genjin.sandbox.wecom.world.World;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * WeCom on loopback: its server API as strict as the documentation, really encrypted callbacks, the phones of members
 * and customers, and a page that shows them. Thread-safe.
 */
public final class WeComSimulator implements AutoCloseable {
    private static final long LOOK_EVERY_MILLIS = 25;

    private final World world;
    private final CallbackSender sender;
    private final Simulation simulation;
    private final ServerApi api;
    private final SimulatorServer server;

    private WeComSimulator(SimulatorOptions options) {
        this.world = new World(new SimulatorClock(options.clock()));
        SandboxCorp.settle(world);
        this.sender = new CallbackSender(
                new CallbackSettings(
                        SandboxCorp.CORP_ID,
                        SandboxCorp.AGENT_ID,
                        SandboxCorp.TOKEN,
                        SandboxCorp.AES_KEY,
                        options.callbackUrls(),
                        options.retryAfter()),
                world.clock,
                world.changes);
        this.simulation = new Simulation(world, sender, SandboxCorp.CORP_ID, SandboxCorp.AGENT_ID);
        this.api = new ServerApi(
                world,
                new AppSettings(
                        SandboxCorp.CORP_ID, SandboxCorp.AGENT_ID, SandboxCorp.CORP_SECRET, SandboxCorp.KF_SECRET));
        this.server = SimulatorServer.start(options.port(), world, simulation, sender, api);
    }

    /**
     * Starts a simulator with the {@link SandboxCorp}.
     *
     * @throws IllegalStateException if the port is taken
     */
    public static WeComSimulator start(SimulatorOptions options) {
        return new WeComSimulator(options);
    }

    /** The port of the API and the page on 127.0.0.1. */
    public int port() {
        return server.port();
    }

    /** What {@code wx.cp.base-api-url} is set to. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /**
     * A member's phone.
     *
     * @throws NoSuchElementException if nobody has that userid
     */
    public MemberPhone member(String userId) {
        return new MemberPhone(simulation, userId);
    }

    /**
     * A customer's phone in the chat with the 微信客服 account {@link SandboxCorp#KF_ACCOUNT}.
     *
     * @throws NoSuchElementException if nobody has that id
     */
    public CustomerPhone customer(String externalUserId) {
        return customer(externalUserId, SandboxCorp.KF_ACCOUNT);
    }

    /** A customer's phone in the chat with that 微信客服 account. */
    public CustomerPhone customer(String externalUserId, String openKfId) {
        return new CustomerPhone(simulation, openKfId, externalUserId);
    }

    /**
     * A group by its chatid or its robot's key.
     *
     * @throws NoSuchElementException if there is none
     */
    public GroupView group(String id) {
        return groups().stream()
                .filter(group -> group.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no group " + id));
    }

    /** All groups. */
    public List<GroupView> groups() {
        synchronized (world) {
            return world.groups.values().stream().map(GroupView::of).toList();
        }
    }

    /** Adds a robot's group. */
    public void addRobot(String key, String groupName) {
        synchronized (world) {
            world.groups.put(key, new GroupChat(key, groupName, "", List.of(), true));
        }
    }

    /** Adds, replaces or removes people; no event tells the bot, use {@link #deliver} for that. */
    public void changePeople(Consumer<Directory> change) {
        synchronized (world) {
            change.accept(world.directory);
        }
        world.changes.happened();
    }

    /** The simulator's time, which all its stamps come from. */
    public Instant now() {
        return world.clock.instant();
    }

    /**
     * Moves the simulator's time forward and tells every node ({@code POST /sandbox/clock} beside its callback).
     *
     * @throws IllegalStateException if a node that runs refuses; one that is down is left out
     */
    public void advance(Duration by) {
        simulation.advance(by);
    }

    /** Troubles for the calls to come. */
    public Misbehaviour misbehave() {
        return api.misbehaviour();
    }

    /** How kf/sync_msg pages. */
    public KfEndpoints kfPaging() {
        return api.kf();
    }

    /** Ends the life of all access_tokens early: their next use answers 42001. */
    public void expireTokens() {
        synchronized (world) {
            world.tokens.expireAll();
        }
    }

    /** The calls of one path, such as {@code message/send}, the oldest first. */
    public List<RecordedCall> calls(String path) {
        return api.log().of(path);
    }

    /** The calls that broke one of WeCom's rules; trouble that was asked for is not among them. */
    public List<RecordedCall> refusedCalls() {
        return api.log().refused();
    }

    /** Messages over a member's 30 a minute or 1000 an hour: the API said ok, no phone shows them. */
    public List<World.Dropped> droppedMessages() {
        synchronized (world) {
            return List.copyOf(world.dropped);
        }
    }

    /** Delivers any plain XML as an application callback. */
    public Delivery deliver(Object xml, DeliveryPlan plan) {
        return sender.deliver(
                "raw", xml.toString(), true, plan, (delivery, reply) -> delivery.complain("the reply is not used"));
    }

    /** A fresh OAuth code of somebody who is no member, as from a link opened in personal WeChat: it names an openid. */
    public String outsiderLoginCode() {
        synchronized (world) {
            return world.loginCodes.issue(World.OUTSIDER, world.clock.instant());
        }
    }

    /** Every callback so far, the oldest first. */
    public List<Delivery> deliveries() {
        return sender.deliveries();
    }

    /**
     * The newest callback.
     *
     * @throws NoSuchElementException if there was none
     */
    public Delivery lastDelivery() {
        var all = deliveries();
        if (all.isEmpty()) {
            throw new NoSuchElementException("no callback was delivered");
        }
        return all.get(all.size() - 1);
    }

    /** How callbacks are delivered from now on unless a plan is named. */
    public void deliverUsually(DeliveryPlan plan) {
        sender.setUsualPlan(plan);
    }

    /** Keeps callbacks back until they are released. */
    public void holdCallbacks() {
        sender.hold();
    }

    /** Delivers what was held back in order. */
    public List<Delivery> releaseCallbacks() {
        return sender.release(false);
    }

    /** Delivers what was held back, the last first. */
    public List<Delivery> releaseCallbacksReversed() {
        return sender.release(true);
    }

    /** Replaces the bot's nodes. */
    public void setCallbackUrls(URI... urls) {
        sender.nodes().setUrls(List.of(urls));
    }

    /** Seals a text as WeCom would, for tests that tamper with it. */
    public EncryptedCallback encryptCallback(String xml) {
        return sender.seal(xml, true);
    }

    /** Saves the callback settings in the admin console: every node must echo a text in time. */
    public boolean callbackUrlPassesCheck() {
        return sender.callbackUrlPassesCheck();
    }

    /**
     * Waits until the condition holds for the phone.
     *
     * @return the phone
     * @throws AssertionError when the limit passes first
     */
    public <T> T await(T phone, Predicate<T> condition, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!condition.test(phone)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(phone + " did not get there within " + limit + "; refused calls: "
                        + refusedCalls().stream()
                                .map(call -> call.path() + " " + call.errcode() + " " + call.note())
                                .toList());
            }
            try {
                world.changes.awaitNext(LOOK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return phone;
    }

    @Override
    public void close() {
        api.misbehaviour().calm();
        server.close();
        sender.close();
    }
}
