package io.genjin.cards;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** See {@link CardUpdate#card}. */
record ReplacedCard(TemplateCard card, @Nullable String replaceText, boolean disable) implements CardUpdate {
    private static final List<String> LOCKABLE = List.of("button_selection", "checkbox", "select_list");

    ReplacedCard {
        if (card instanceof NoticeCard && (replaceText != null || disable)) {
            throw new CardLimitException("template_card.replace_text", "not for a notice, which has no buttons");
        }
        if (replaceText != null) {
            Checks.required("template_card.replace_text", replaceText);
        }
    }

    @Override
    public String formName() {
        return "template_card";
    }

    @Override
    public ObjectNode form() {
        var form = card.body();
        if (disable) {
            LOCKABLE.forEach(name -> lock(form.path(name)));
        }
        if (replaceText != null) {
            form.put("replace_text", replaceText);
        }
        return form;
    }

    private static void lock(JsonNode block) {
        if (block instanceof ObjectNode one) {
            one.put("disable", true);
        } else {
            block.values().forEach(ReplacedCard::lock);
        }
    }
}
