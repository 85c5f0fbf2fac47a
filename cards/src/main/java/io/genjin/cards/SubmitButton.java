package io.genjin.cards;

import tools.jackson.databind.node.ObjectNode;

/**
 * The one button of a vote or multiple-choice card.
 *
 * @param text shortened to 10 characters
 * @param key at most 1024 UTF-8 bytes; comes back as EventKey
 */
public record SubmitButton(String text, String key) {
    public SubmitButton {
        text = Advice.BUTTON_TEXT.app("submit_button.text", text);
        key = Checks.key("submit_button.key", key);
    }

    ObjectNode json() {
        return Json.object().text("text", text).text("key", key).end();
    }
}
