package io.genjin.sandbox.wecom.api;

import io.genjin.sandbox.wecom.card.CardRules;
import io.genjin.sandbox.wecom.world.AppMessage;
import io.genjin.sandbox.wecom.world.ChatLine;
import io.genjin.sandbox.wecom.world.Refusal;
import io.genjin.sandbox.wecom.world.World;
import io.genjin.sandbox.wecom.world.World.Dropped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** message/send (doc 90236) and message/recall (doc 94867). */
final class MessageEndpoints {
    private static final Set<String> TYPES = Set.of(
            "text",
            "image",
            "voice",
            "video",
            "file",
            "textcard",
            "news",
            "mpnews",
            "markdown",
            "miniprogram_notice",
            "template_card");
    /** doc 90236: text and markdown. */
    private static final int CONTENT_BYTES = 2048;
    /** doc 90312: to one member; the excess is dropped without an error. */
    private static final int A_MINUTE = 30;

    private static final int AN_HOUR = 1000;
    private static final Duration RECALL_WITHIN = Duration.ofHours(24);

    private final World world;
    private final AppSettings settings;
    private final MessageBodies bodies;
    private final Map<String, Earlier> sentRequests = new HashMap<>();

    MessageEndpoints(World world, AppSettings settings) {
        this.world = world;
        this.settings = settings;
        this.bodies = new MessageBodies(world);
    }

    void addTo(Routes routes) {
        routes.post("message/send", Routes.APP, this::send);
        routes.post("message/recall", Routes.APP, this::recall);
    }

    /** The agentid of a body must be the token's application. */
    static void requireAgent(ApiRequest request, AppSettings settings) {
        var agent = request.body().path("agentid");
        if (!agent.isInt()) {
            throw new Refusal(40056, "invalid agentid");
        }
        if (agent.intValue() != settings.agentId()) {
            throw new Refusal(301002, "not allow operate another agent with this accesstoken");
        }
    }

    private ObjectNode send(ApiRequest request) {
        requireAgent(request, settings);
        var receivers = Receivers.of(request, world.directory);
        var type = request.text("msgtype");
        if (!TYPES.contains(type)) {
            throw new Refusal(40008, "invalid msgtype");
        }
        request.number("safe", 0, 0, type.equals("mpnews") ? 2 : 1);
        request.number("enable_id_trans", 0, 0, 1);
        var interval = request.number("duplicate_check_interval", 1800, 0, 14400);
        var checked = request.number("enable_duplicate_check", 0, 0, 1) == 1;
        var body = type.equals("template_card") ? card(request) : body(request, type);
        if (receivers.users().isEmpty() && receivers.unlicensed().isEmpty()) {
            throw new Refusal(81013, "all receivers are invalid or outside the visible range");
        }
        var now = world.clock.instant();
        if (checked) {
            var earlier = sentRequests.get(request.raw());
            if (earlier != null && now.isBefore(earlier.at().plusSeconds(interval))) {
                return answer(receivers).put("msgid", earlier.msgId());
            }
        }
        if (body.has("task_id")) {
            world.usedTaskIds.add(body.path("task_id").asString(""));
        }
        var message = new AppMessage(newMsgId(), now, type, body, List.copyOf(receivers.users()));
        world.messages.put(message.msgId(), message);
        sentRequests.put(request.raw(), new Earlier(message.msgId(), now));
        receivers.users().forEach(userId -> deliver(message, userId));
        var answer = answer(receivers).put("msgid", message.msgId());
        if (message.isCard() && CardRules.interactive(body)) {
            answer.put("response_code", world.issueResponseCode(message));
        }
        return answer;
    }

    private ObjectNode body(ApiRequest request, String type) {
        return type.equals("miniprogram_notice") ? request.object(type) : bodies.check(request, type, CONTENT_BYTES);
    }

    private ObjectNode card(ApiRequest request) {
        var card = request.object("template_card");
        CardRules.check(card, CardRules.Use.SEND);
        var taskId = card.path("task_id").asString("");
        if (world.usedTaskIds.contains(taskId)) {
            throw new Refusal(42014, "task_id was used before");
        }
        return card.deepCopy();
    }

    private void deliver(AppMessage message, String userId) {
        var now = world.clock.instant();
        var permitted = world.rates.permit("member/" + userId, A_MINUTE, Duration.ofMinutes(1), now)
                && world.rates.permit("member-hour/" + userId, AN_HOUR, Duration.ofHours(1), now);
        if (permitted) {
            world.addLine(userId, new ChatLine(message.msgId(), now, "app", message.type(), message.body(), message));
        } else {
            world.dropped.add(new Dropped(userId, message.msgId(), message.type(), message.taskId()));
        }
    }

    private ObjectNode recall(ApiRequest request) {
        var message = world.messages.get(request.require("msgid"));
        if (message == null || message.sentAt().plus(RECALL_WITHIN).isBefore(world.clock.instant())) {
            throw new Refusal(40058, "msgid is not one of this application's last 24 hours");
        }
        message.recall();
        return Routes.ok();
    }

    private static ObjectNode answer(Receivers receivers) {
        var answer = Routes.ok();
        put(answer, "invaliduser", receivers.invalidUsers());
        put(answer, "invalidparty", receivers.invalidParties());
        put(answer, "invalidtag", receivers.invalidTags());
        put(answer, "unlicenseduser", receivers.unlicensed());
        return answer;
    }

    private static void put(ObjectNode answer, String field, List<String> ids) {
        if (!ids.isEmpty()) {
            answer.put(field, String.join("|", ids));
        }
    }

    private static String newMsgId() {
        return "msg" + UUID.randomUUID().toString().replace("-", "");
    }

    private record Earlier(String msgId, Instant at) {}
}
