package io.genjin.sandbox.wecom.page;

import io.genjin.sandbox.wecom.api.RecordedCall;
import io.genjin.sandbox.wecom.api.ServerApi;
import io.genjin.sandbox.wecom.callback.CallbackSender;
import io.genjin.sandbox.wecom.callback.Delivery;
import io.genjin.sandbox.wecom.world.ChatLine;
import io.genjin.sandbox.wecom.world.Contact;
import io.genjin.sandbox.wecom.world.World;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Everything that the page draws, as one JSON object. */
final class PageState {
    private static final int LINES = 80;
    private static final int LOG_LINES = 60;

    private final World world;
    private final CallbackSender sender;
    private final ServerApi api;

    PageState(World world, CallbackSender sender, ServerApi api) {
        this.world = world;
        this.sender = sender;
        this.api = api;
    }

    ObjectNode json() {
        var state = JsonNodeFactory.instance.objectNode();
        synchronized (world) {
            state.put("now", world.clock.instant().toString());
            state.put("shift", world.clock.offset().toString());
            addPeople(state);
            var chats = state.putObject("chats");
            for (var member : world.directory.members()) {
                var lines = chats.putArray(member.userId());
                last(world.lines(member.userId()), LINES)
                        .forEach(line -> add(line, member.userId(), lines.addObject()));
            }
            addConversations(state);
            addGroups(state);
            state.put("dropped", world.dropped.size());
        }
        addLogs(state);
        return state;
    }

    private void addPeople(ObjectNode state) {
        var members = state.putArray("members");
        for (var member : world.directory.members()) {
            members.addObject()
                    .put("id", member.userId())
                    .put("name", member.name())
                    .put("position", member.position())
                    .put("host", member.phoneHost());
        }
        var customers = state.putArray("customers");
        for (var contact : world.directory.contacts()) {
            var json = customers
                    .addObject()
                    .put("id", contact.externalUserId())
                    .put("name", contact.name())
                    .put("company", company(contact));
            var followers = json.putArray("followers");
            contact.follows().forEach(follow -> followers.add(follow.userId()));
        }
    }

    private static String company(Contact contact) {
        return contact.follows().stream()
                .map(Contact.Follow::remarkCompany)
                .findFirst()
                .orElse("");
    }

    private void add(ChatLine line, String reader, ObjectNode json) {
        json.put("id", line.msgId()).put("at", line.at().toString()).put("from", line.from());
        json.put("type", line.type()).set("body", line.body());
        world.media
                .evenExpired(line.body().path("media_id").asString(""))
                .ifPresent(file -> json.put("fileName", file.fileName()));
        var message = line.message();
        if (message == null) {
            return;
        }
        json.put("recalled", message.recalled());
        if (message.isCard()) {
            var face = message.face(reader);
            json.set("card", face.card());
            json.put("grey", face.greyText());
            json.put("version", message.faces(reader).size());
            json.put("taskId", message.taskId());
        }
    }

    private void addConversations(ObjectNode state) {
        var conversations = state.putObject("conversations");
        for (var contact : world.directory.contacts()) {
            var lines = conversations.putArray(contact.externalUserId());
            for (var entry : last(world.kf.with(contact.externalUserId()), LINES)) {
                lines.addObject()
                        .put("id", entry.msgId())
                        .put("at", entry.at().toString())
                        .put("origin", entry.origin())
                        .put("servicer", entry.servicer())
                        .put("type", entry.type())
                        .set("body", entry.content());
            }
        }
    }

    private void addGroups(ObjectNode state) {
        var groups = state.putArray("groups");
        for (var group : world.groups.values()) {
            if (!group.robot() && group.lines().isEmpty()) {
                // doc 90245: phones show a new group from its first message on.
                continue;
            }
            var json = groups.addObject()
                    .put("id", group.id())
                    .put("name", group.name())
                    .put("robot", group.robot())
                    .put("members", group.userIds().size());
            var lines = json.putArray("lines");
            last(group.lines(), LINES).forEach(line -> add(line, group.owner(), lines.addObject()));
        }
    }

    private void addLogs(ObjectNode state) {
        var calls = state.putArray("calls");
        state.put("callCount", api.log().all().size());
        var shown = api.log().all().stream()
                .filter(call -> call.errcode() != 0 || call.httpStatus() != 200)
                .toList();
        for (RecordedCall call : last(shown, LOG_LINES)) {
            calls.addObject()
                    .put("at", call.at().toString())
                    .put("path", call.path())
                    .put("errcode", call.errcode())
                    .put("status", call.httpStatus())
                    .put("provoked", call.provoked())
                    .put("note", call.note());
        }
        var deliveries = state.putArray("deliveries");
        for (Delivery delivery : last(sender.deliveries(), LOG_LINES)) {
            var json = deliveries
                    .addObject()
                    .put("at", delivery.at().toString())
                    .put("what", delivery.what())
                    .put("held", delivery.held());
            var attempts = json.putArray("attempts");
            delivery.attempts()
                    .forEach(attempt ->
                            attempts.add(attempt.status() == 0 ? attempt.note() : Integer.toString(attempt.status())));
            var complaints = json.putArray("complaints");
            delivery.complaints().forEach(complaints::add);
        }
        var troubles = state.putArray("troubles");
        api.misbehaviour().describe().forEach(troubles::add);
        state.put("holding", sender.holding());
        state.put("times", sender.usualPlan().times());
        state.put("atOnce", sender.usualPlan().atOnce());
    }

    private static <T> List<T> last(List<T> all, int count) {
        return all.subList(Math.max(0, all.size() - count), all.size());
    }
}
