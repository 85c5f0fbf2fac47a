package io.genjin.sandbox.wecom.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Finds in a card's JSON what can be tapped and chosen. */
final class CardButtons {
    /** The string fields that a phone shows. */
    static final Set<String> SHOWN =
            Set.of("desc", "title", "quote_text", "sub_title_text", "keyname", "value", "text", "replace_text");

    private CardButtons() {}

    static List<Button> of(JsonNode card) {
        var buttons = new ArrayList<Button>();
        for (var button : card.path("button_list")) {
            var link = button.path("type").asInt(0) == 1;
            buttons.add(new Button(
                    button.path("text").asString(""),
                    link ? "" : button.path("key").asString(""),
                    link ? button.path("url").asString("") : ""));
        }
        var submit = card.path("submit_button");
        if (submit.isObject()) {
            var text = submit.path("text").asString("");
            buttons.add(
                    new Button(text.isEmpty() ? "提交" : text, submit.path("key").asString(""), ""));
        }
        return buttons;
    }

    static List<JsonNode> questions(JsonNode card) {
        var questions = new ArrayList<JsonNode>();
        for (var field : List.of("button_selection", "checkbox")) {
            if (card.path(field).isObject()) {
                questions.add(card.path(field));
            }
        }
        card.path("select_list").forEach(questions::add);
        return questions;
    }

    /** The checked boxes, or the selected option of a drop-down: a wrong or absent selected_id means the first. */
    static List<String> preselected(JsonNode card, JsonNode question) {
        var options = question.path("option_list").valueStream().toList();
        if (question.equals(card.path("checkbox"))) {
            return options.stream()
                    .filter(option -> option.path("is_checked").asBoolean(false))
                    .map(option -> option.path("id").asString(""))
                    .toList();
        }
        var ids = options.stream().map(option -> option.path("id").asString("")).toList();
        var wanted = question.path("selected_id").asString("");
        return ids.contains(wanted) ? List.of(wanted) : ids.stream().limit(1).toList();
    }

    /** A button: with a key it calls back, with a url it opens a page. */
    record Button(String text, String key, String url) {}
}
