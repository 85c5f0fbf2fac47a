package io.genjin.sandbox.wecom.phone;

import io.genjin.sandbox.wecom.callback.Delivery;
import io.genjin.sandbox.wecom.callback.DeliveryPlan;
import io.genjin.sandbox.wecom.world.KfDesk.KfEntry;
import io.genjin.sandbox.wecom.world.World;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A customer's phone in the chat with a 微信客服 account. What the customer does is kept for kf/sync_msg first, then the
 * bot is told; the call returns when it has answered, or WeCom has given up.
 */
public final class CustomerPhone {
    private final Simulation simulation;
    private final World world;
    private final String openKfId;
    private final String externalUserId;

    /** The customer in the chat with that account. */
    public CustomerPhone(Simulation simulation, String openKfId, String externalUserId) {
        this.simulation = simulation;
        this.world = simulation.world();
        this.openKfId = openKfId;
        this.externalUserId = externalUserId;
        synchronized (world) {
            if (world.directory.contact(externalUserId).isEmpty()) {
                throw new NoSuchElementException("no customer " + externalUserId);
            }
        }
    }

    /** Starts with wm. */
    public String externalUserId() {
        return externalUserId;
    }

    /** Writes a text; returns the msgid. */
    public String says(String text) {
        return says(text, simulation.usualPlan());
    }

    /** Writes a text, announced by that plan; returns the msgid. */
    public String says(String text, DeliveryPlan plan) {
        return tell(plan, () -> world.kf.customerSays(openKfId, externalUserId, "text", object().put("content", text)));
    }

    /** Writes a text, announced by that plan; what became of the announcement is told, too. */
    public Words writes(String text, DeliveryPlan plan) {
        String msgId;
        synchronized (world) {
            msgId = world.kf.customerSays(openKfId, externalUserId, "text", object().put("content", text));
        }
        return new Words(msgId, simulation.deliverKfNews(openKfId, plan));
    }

    /** A text in 微信客服 and the callback that announced it. */
    public record Words(String msgId, Delivery notice) {}

    /** Sends a picture; returns the msgid. */
    public String sendsImage() {
        return tell(simulation.usualPlan(), () -> {
            var file = world.media.keep("image", "photo.png", Samples.png(), world.clock.instant());
            return world.kf.customerSays(openKfId, externalUserId, "image", object().put("media_id", file.mediaId()));
        });
    }

    /** Takes a message back (user_recall_msg). */
    public void recalls(String msgId) {
        tell(
                simulation.usualPlan(),
                () -> world.kf.event(
                        openKfId,
                        externalUserId,
                        object().put("event_type", "user_recall_msg").put("recall_msgid", msgId)));
    }

    /** Opens the chat (enter_session). */
    public void entersSession() {
        tell(
                simulation.usualPlan(),
                () -> world.kf.event(
                        openKfId,
                        externalUserId,
                        object().put("event_type", "enter_session")
                                .put("scene", "sandbox")
                                .put("scene_param", "")));
    }

    /** Becomes a contact of a member (add_external_contact); who follows whom is not changed by this. */
    public Delivery adds(MemberPhone member) {
        var xml = simulation
                .fromSystem("change_external_contact")
                .with("ChangeType", "add_external_contact")
                .with("UserID", member.userId())
                .with("ExternalUserID", externalUserId)
                .with("State", "")
                .with("WelcomeCode", UUID.randomUUID().toString());
        return simulation.deliverSystem("add_external_contact", xml, simulation.usualPlan());
    }

    /** Removes a member from their contacts (del_follow_user). */
    public Delivery removes(MemberPhone member) {
        var xml = simulation
                .fromSystem("change_external_contact")
                .with("ChangeType", "del_follow_user")
                .with("UserID", member.userId())
                .with("ExternalUserID", externalUserId);
        return simulation.deliverSystem("del_follow_user", xml, simulation.usualPlan());
    }

    /** Everything in this chat, the oldest first, events included. */
    public List<KfEntry> conversation() {
        synchronized (world) {
            return world.kf.with(externalUserId);
        }
    }

    /** A servicer's words arrive here. */
    String hears(String servicer, String text) {
        return tell(
                simulation.usualPlan(),
                () -> world.kf.servicerSays(openKfId, externalUserId, servicer, "text", object().put("content", text)));
    }

    private String tell(DeliveryPlan plan, Supplier<String> entry) {
        String msgId;
        synchronized (world) {
            msgId = entry.get();
        }
        simulation.deliverKfNews(openKfId, plan);
        return msgId;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public String toString() {
        return externalUserId + "'s phone";
    }
}
