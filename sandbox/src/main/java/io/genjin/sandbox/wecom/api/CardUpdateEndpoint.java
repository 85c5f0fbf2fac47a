package io.genjin.sandbox.wecom.api;

import io.genjin.sandbox.wecom.card.CardRules;
import io.genjin.sandbox.wecom.world.AppMessage;
import io.genjin.sandbox.wecom.world.CardFace;
import io.genjin.sandbox.wecom.world.Directory;
import io.genjin.sandbox.wecom.world.Refusal;
import io.genjin.sandbox.wecom.world.World;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** message/update_template_card (doc 94888): one call per response code. */
final class CardUpdateEndpoint {
    private final World world;
    private final AppSettings settings;

    CardUpdateEndpoint(World world, AppSettings settings) {
        this.world = world;
        this.settings = settings;
    }

    void addTo(Routes routes) {
        routes.post("message/update_template_card", Routes.APP, this::update);
    }

    private ObjectNode update(ApiRequest request) {
        MessageEndpoints.requireAgent(request, settings);
        var code = request.require("response_code");
        var now = world.clock.instant();
        var message = world.responseCodes
                .find(code, now)
                .orElseThrow(() -> new Refusal(60140, "response_code is used, expired or unknown"));
        var newFace = face(request, message);
        var targets = targets(request, message);
        world.responseCodes.spend(code, now);
        message.codeSpent();
        var invalid = new ArrayList<String>();
        for (var userId : targets) {
            if (message.receivers().contains(userId)) {
                message.redraw(userId, face(newFace, message.face(userId)));
            } else {
                invalid.add(userId);
            }
        }
        var answer = Routes.ok();
        if (!invalid.isEmpty()) {
            invalid.forEach(answer.putArray("invaliduser")::add);
        }
        return answer;
    }

    /** The new card, or an object with nothing but replace_name. */
    private static ObjectNode face(ApiRequest request, AppMessage message) {
        var renaming = request.body().has("button");
        if (renaming == request.body().has("template_card")) {
            throw new Refusal(40058, "exactly one of button and template_card is needed");
        }
        if (renaming) {
            var button = request.object("button");
            if (button.path("replace_name").asString("").isEmpty()) {
                throw new Refusal(40063, "button.replace_name is required");
            }
            if (message.body().path("card_type").asString("").endsWith("_notice")) {
                throw new Refusal(40058, "a notice card has no buttons to rename");
            }
            return button;
        }
        var card = request.object("template_card");
        CardRules.check(card, CardRules.Use.UPDATE);
        if (card.has("task_id") && !card.path("task_id").asString("").equals(message.taskId())) {
            throw new Refusal(42016, "task_id is not that of the card to update");
        }
        return card;
    }

    private CardFace face(ObjectNode change, CardFace present) {
        var now = world.clock.instant();
        if (change.has("replace_name")) {
            return new CardFace(present.card(), change.path("replace_name").asString(""), now, "updated");
        }
        var grey = change.path("replace_text").asString("");
        return new CardFace(change, grey.isEmpty() ? null : grey, now, "updated");
    }

    private Set<String> targets(ApiRequest request, AppMessage message) {
        if (request.number("atall", 0, 0, 1) == 1) {
            return new LinkedHashSet<>(message.receivers());
        }
        var users = request.texts("userids");
        var parties = numbers(request, "partyids");
        var tags = numbers(request, "tagids");
        if (users.isEmpty() && parties.isEmpty() && tags.isEmpty()) {
            throw new Refusal(40063, "userids, partyids, tagids or atall is required");
        }
        var receivers = Receivers.of(users, parties, tags, world.directory);
        var targets = new LinkedHashSet<>(receivers.users());
        targets.addAll(receivers.unlicensed());
        users.stream().map(Directory::fold).forEach(targets::add);
        return targets;
    }

    private static List<String> numbers(ApiRequest request, String field) {
        var list = request.body().path(field);
        if (list.isMissingNode()) {
            return List.of();
        }
        if (!list.isArray() || list.valueStream().anyMatch(item -> !item.isInt())) {
            throw new Refusal(40058, field + " must be a list of numbers");
        }
        return list.valueStream().map(item -> Integer.toString(item.intValue())).toList();
    }
}
