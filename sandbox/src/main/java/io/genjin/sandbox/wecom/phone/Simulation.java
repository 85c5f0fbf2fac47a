package io.genjin.sandbox.wecom.phone;

import io.genjin.sandbox.wecom.callback.CallbackSender;
import io.genjin.sandbox.wecom.callback.Delivery;
import io.genjin.sandbox.wecom.callback.DeliveryPlan;
import io.genjin.sandbox.wecom.wire.CallbackXml;
import io.genjin.sandbox.wecom.world.World;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What every phone needs: the world, the way to the bot, and the names in the envelope. Thread-safe. */
public final class Simulation {
    private final World world;
    private final CallbackSender sender;
    private final String corpId;
    private final int agentId;
    private final PassiveReplies replies;
    private final AtomicLong messageIds;

    /** A simulation of one corp's application. */
    public Simulation(World world, CallbackSender sender, String corpId, int agentId) {
        this.world = world;
        this.sender = sender;
        this.corpId = corpId;
        this.agentId = agentId;
        this.replies = new PassiveReplies(world);
        // From the start's time on: a bot that kept its data would take an id of an earlier sandbox for a repeat.
        this.messageIds = new AtomicLong(world.clock.instant().toEpochMilli() * 1_000_000);
    }

    World world() {
        return world;
    }

    /** The plan that applies when none is named. */
    DeliveryPlan usualPlan() {
        return sender.usualPlan();
    }

    /** A message or an event of a member in the chat with the application, without its MsgType. */
    CallbackXml fromMember(String userId) {
        return CallbackXml.from(corpId, userId, world.clock.epochSecond());
    }

    /** An event of the corp's customers or contacts, which FromUserName sys sends. */
    CallbackXml fromSystem(String event) {
        return CallbackXml.from(corpId, "sys", world.clock.epochSecond())
                .with("MsgType", "event")
                .with("Event", event);
    }

    /** Delivers what a member sent, with its MsgId, and applies the passive reply. */
    Delivery deliverMessage(String userId, String type, CallbackXml xml, DeliveryPlan plan) {
        xml.number("MsgId", messageIds.incrementAndGet()).number("AgentID", agentId);
        return sender.deliver(
                type + " · " + userId,
                xml.toString(),
                true,
                plan,
                (delivery, reply) -> replies.apply(delivery, reply, userId, null));
    }

    /** Delivers an event of the application's chat and applies the passive reply. */
    Delivery deliverEvent(MemberEvent event, DeliveryPlan plan) {
        event.xml().number("AgentID", agentId);
        return sender.deliver(
                event.what() + " · " + event.userId(),
                event.xml().toString(),
                true,
                plan,
                (delivery, reply) -> replies.apply(delivery, reply, event.userId(), event.card()));
    }

    /** Delivers an event that takes no reply. */
    Delivery deliverSystem(String what, CallbackXml xml, DeliveryPlan plan) {
        return sender.deliver(
                what,
                xml.toString(),
                false,
                plan,
                (delivery, reply) -> delivery.complain("this event takes no passive reply"));
    }

    /** Tells the bot that 微信客服 has news. */
    Delivery deliverKfNews(String openKfId, DeliveryPlan plan) {
        CallbackXml xml;
        synchronized (world) {
            xml = CallbackXml.senderless(corpId, world.clock.epochSecond())
                    .with("MsgType", "event")
                    .with("Event", "kf_msg_or_event")
                    .with("Token", world.kf.issueToken(openKfId))
                    .with("OpenKfId", openKfId);
        }
        world.changes.happened();
        return deliverSystem("kf_msg_or_event", xml, plan);
    }

    /**
     * Moves the time forward and tells every node ({@code POST /sandbox/clock} beside its callback).
     *
     * @throws IllegalStateException if a node that runs refuses; one that is down is left out
     */
    public void advance(Duration by) {
        world.clock.advance(by);
        var statuses = sender.nodes().postToEach("/sandbox/clock", "{\"advance\":\"" + by + "\"}");
        world.changes.happened();
        if (statuses.stream().anyMatch(status -> status != 0 && status / 100 != 2)) {
            throw new IllegalStateException("a node did not move its clock: HTTP " + statuses);
        }
    }
}
