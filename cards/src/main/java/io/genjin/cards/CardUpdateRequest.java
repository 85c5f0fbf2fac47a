package io.genjin.cards;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The body of update_template_card (doc 94888): receivers, application, code, form, in this order. */
final class CardUpdateRequest {
    private static final String CODE = "response_code";

    private CardUpdateRequest() {}

    static ObjectNode of(CardUpdate update, long agentId, Collection<String> userIds, @Nullable String code) {
        var users = userIds.stream()
                .map(user -> Checks.userId("userids", user))
                .distinct()
                .toList();
        return Json.object()
                .texts("userids", Checks.size("userids", users, 1, Limits.USERS))
                .number("agentid", agentId)
                .text(CODE, code == null ? null : Checks.required(CODE, code))
                .object(update.formName(), update.form())
                .end();
    }

    static ObjectNode withCode(ObjectNode request, String code) {
        if (request.has(CODE) || !request.has("agentid")) {
            throw new IllegalArgumentException("not a card update that lacks its response_code");
        }
        var complete = Json.object();
        request.forEachEntry((name, value) -> {
            complete.value(name, value);
            if (name.equals("agentid")) {
                complete.text(CODE, Checks.required(CODE, code));
            }
        });
        return complete.end();
    }
}
