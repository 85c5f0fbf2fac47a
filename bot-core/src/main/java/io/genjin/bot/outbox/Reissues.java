package io.genjin.bot.outbox;

import io.genjin.bot.wecom.CardIssue;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * WeCom recognises a repeated request for as long as it was asked to. A card of which it is still unknown then whether it
 * arrived goes on under a new task_id: perhaps twice on the phone, where either can be tapped, but never lost.
 */
@Component
class Reissues {
    private final OutboxTable messages;
    private final OutboxProperties properties;
    private final JsonMapper json;

    Reissues(OutboxTable messages, OutboxProperties properties, JsonMapper json) {
        this.messages = messages;
        this.properties = properties;
        this.json = json;
    }

    /** The push as it is to be sent now. */
    Push current(Push push, Instant now) {
        String taskId = push.taskId();
        if (taskId == null || !due(push, now)) {
            return push;
        }
        int issue = push.issue() + 1;
        String body = named(push.body(), new CardIssue(taskId, issue));
        return messages.reissue(push, issue, body) ? push.reissued(issue, body) : push;
    }

    private boolean due(Push push, Instant now) {
        Instant issuedAt = push.issuedAt();
        // An attempt that was cut off, by a crash or by a jump of the clock, is first repeated as it was: that settles
        // it.
        return push.kind() == PushKind.SEND
                && push.uncertain()
                && !push.underWay()
                && issuedAt != null
                && !now.isBefore(issuedAt.plus(properties.duplicateCheck()));
    }

    /** The same request about that issue of the card. */
    String named(String body, CardIssue issue) {
        if (!(json.readTree(body) instanceof ObjectNode request)
                || !(request.get("template_card") instanceof ObjectNode card)) {
            return body;
        }
        card.put("task_id", issue.taskId());
        return json.writeValueAsString(request);
    }
}
