package io.genjin.sandbox.wecom.page;

import io.genjin.sandbox.wecom.api.ServerApi;
import io.genjin.sandbox.wecom.api.Trouble;
import io.genjin.sandbox.wecom.api.Trouble.Kind;
import io.genjin.sandbox.wecom.callback.CallbackSender;
import io.genjin.sandbox.wecom.callback.DeliveryPlan;
import io.genjin.sandbox.wecom.phone.CardView;
import io.genjin.sandbox.wecom.phone.CustomerPhone;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import io.genjin.sandbox.wecom.phone.Simulation;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** What a person can do on the page, by name. Each ends when the bot has answered. */
final class PageActions {
    private final Map<String, Consumer<JsonNode>> byName = new HashMap<>();
    private final Simulation simulation;
    private final String openKfId;

    PageActions(Simulation simulation, CallbackSender sender, ServerApi api, String openKfId) {
        this.simulation = simulation;
        this.openKfId = openKfId;
        addCustomerActions();
        addMemberActions();
        addWeComActions(sender, api);
    }

    Optional<Consumer<JsonNode>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private void addCustomerActions() {
        byName.put("says", wish -> customer(wish).says(text(wish, "text")));
        byName.put("says-image", wish -> customer(wish).sendsImage());
        byName.put("recalls", wish -> customer(wish).recalls(text(wish, "msgId")));
        byName.put("replies", wish -> member(wish).repliesAsServicer(customer(wish), text(wish, "text")));
    }

    private void addMemberActions() {
        byName.put("sends", wish -> member(wish).sends(text(wish, "text")));
        byName.put("sends-image", wish -> member(wish).sendsImage());
        byName.put("opens-app", wish -> member(wish).opensApp());
        byName.put("presses", wish -> {
            var phone = member(wish);
            phone.choosesAndPresses(card(phone, wish), choices(wish), text(wish, "button"));
        });
        byName.put("menu", wish -> {
            var phone = member(wish);
            phone.picksFromMenu(card(phone, wish), text(wish, "text"));
        });
    }

    private void addWeComActions(CallbackSender sender, ServerApi api) {
        byName.put("advance", wish -> simulation.advance(Duration.parse(text(wish, "by"))));
        byName.put("trouble", wish -> {
            var trouble = new Trouble(
                    Kind.valueOf(text(wish, "kind")), wish.path("value").asInt(0));
            var times = wish.path("times").asInt(0);
            api.misbehaviour().next(text(wish, "path"), trouble, times == 0 ? Integer.MAX_VALUE : times);
        });
        byName.put("calm", wish -> api.misbehaviour().calm());
        byName.put(
                "plan",
                wish -> sender.setUsualPlan(
                        wish.path("atOnce").asBoolean(false)
                                ? DeliveryPlan.atOnce(wish.path("times").asInt(1))
                                : DeliveryPlan.times(wish.path("times").asInt(1))));
        byName.put("hold", wish -> sender.hold());
        byName.put("release", wish -> sender.release(wish.path("reversed").asBoolean(false)));
    }

    private MemberPhone member(JsonNode wish) {
        return new MemberPhone(simulation, text(wish, "member"));
    }

    private CustomerPhone customer(JsonNode wish) {
        return new CustomerPhone(simulation, openKfId, text(wish, "customer"));
    }

    private static CardView card(MemberPhone phone, JsonNode wish) {
        var msgId = text(wish, "msgId");
        return phone.received().stream()
                .filter(message -> message.msgId().equals(msgId))
                .flatMap(message -> message.card().stream())
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("这部手机上没有这张卡片"));
    }

    private static Map<String, List<String>> choices(JsonNode wish) {
        var choices = new HashMap<String, List<String>>();
        wish.path("choices")
                .properties()
                .forEach(entry -> choices.put(
                        entry.getKey(),
                        entry.getValue()
                                .valueStream()
                                .map(id -> id.asString(""))
                                .toList()));
        return choices;
    }

    private static String text(JsonNode wish, String field) {
        var text = wish.path(field).asString("");
        if (text.isBlank()) {
            throw new IllegalArgumentException(field + " 不能为空");
        }
        return text;
    }
}
