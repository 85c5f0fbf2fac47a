package io.genjin.sandbox.wecom.phone;

import io.genjin.sandbox.wecom.callback.Delivery;
import io.genjin.sandbox.wecom.callback.DeliveryPlan;
import io.genjin.sandbox.wecom.phone.CardButtons.Button;
import io.genjin.sandbox.wecom.wire.CallbackXml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Turns taps on cards into template_card_event and template_card_menu_event (doc 90240). */
final class Taps {
    private final Simulation simulation;
    private final String userId;

    Taps(Simulation simulation, String userId) {
        this.simulation = simulation;
        this.userId = userId;
    }

    Delivery press(CardView card, Map<String, List<String>> choices, String buttonText, DeliveryPlan plan) {
        if (!card.buttons().contains(buttonText)) {
            throw new IllegalStateException("the card shows no live button 「" + buttonText + "」 but " + card.buttons()
                    + card.greyText().map(grey -> " and grey 「" + grey + "」").orElse(""));
        }
        var button = CardButtons.of(card.json()).stream()
                .filter(each -> each.text().equals(buttonText))
                .findFirst()
                .orElseThrow();
        if (button.key().isEmpty()) {
            throw new IllegalStateException("「" + buttonText + "」 opens a page; see buttonUrl");
        }
        var selected = new LinkedHashMap<>(card.selected());
        choices.forEach((question, ids) -> {
            checkChoice(card, question, ids);
            selected.put(question, ids);
        });
        CardButtons.questions(card.json()).forEach(question -> checkCount(question, selected));
        var xml = event(card, "template_card_event", button);
        if (!selected.isEmpty()) {
            xml.nested("SelectedItems", items(selected));
        }
        return simulation.deliverEvent(
                new MemberEvent("template_card_event " + buttonText, userId, xml, card.message()), plan);
    }

    Delivery menu(CardView card, String text, DeliveryPlan plan) {
        if (card.isRecalled()) {
            throw new IllegalStateException("the card was recalled");
        }
        for (var action : card.json().path("action_menu").path("action_list")) {
            if (action.path("text").asString("").equals(text)) {
                var button = new Button(text, action.path("key").asString(""), "");
                var xml = event(card, "template_card_menu_event", button);
                return simulation.deliverEvent(
                        new MemberEvent("template_card_menu_event " + text, userId, xml, card.message()), plan);
            }
        }
        throw new IllegalStateException("the card's menu has no 「" + text + "」");
    }

    private CallbackXml event(CardView card, String event, Button button) {
        String code;
        synchronized (simulation.world()) {
            code = simulation.world().issueResponseCode(card.message());
        }
        return simulation
                .fromMember(userId)
                .with("MsgType", "event")
                .with("Event", event)
                .with("EventKey", button.key())
                .with("TaskId", card.taskId())
                .with("CardType", card.type())
                .with("ResponseCode", code);
    }

    private static void checkChoice(CardView card, String questionKey, List<String> ids) {
        var question = CardButtons.questions(card.json()).stream()
                .filter(each -> each.path("question_key").asString("").equals(questionKey))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the card asks no " + questionKey));
        var present = card.selected().getOrDefault(questionKey, List.of());
        if (question.path("disable").asBoolean(false) && !ids.equals(present)) {
            throw new IllegalStateException(questionKey + " can't be changed any more");
        }
        var options = card.options().getOrDefault(questionKey, Map.of());
        if (!options.keySet().containsAll(ids)) {
            throw new IllegalStateException(questionKey + " offers " + options + ", not " + ids);
        }
    }

    private static void checkCount(JsonNode question, Map<String, List<String>> selected) {
        var key = question.path("question_key").asString("");
        var several = question.path("mode").asInt(0) == 1;
        if (!several && selected.getOrDefault(key, List.of()).size() != 1) {
            throw new IllegalStateException(key + " takes exactly one option");
        }
    }

    private static String items(Map<String, List<String>> selected) {
        var xml = new StringBuilder();
        selected.forEach((question, ids) -> {
            xml.append("<SelectedItem><QuestionKey>")
                    .append(CallbackXml.cdata(question))
                    .append("</QuestionKey><OptionIds>");
            ids.forEach(
                    id -> xml.append("<OptionId>").append(CallbackXml.cdata(id)).append("</OptionId>"));
            xml.append("</OptionIds></SelectedItem>");
        });
        return xml.toString();
    }
}
