package io.genjin.cards;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change of a card that is already on somebody's phone, by update_template_card (doc 94888) or, for the person who
 * tapped, as a {@link PassiveReply}. A response code is good for one call, and dead 72 hours after it was given.
 */
public sealed interface CardUpdate permits ReplacedName, ReplacedCard {
    /** Greys all buttons and gives them this text; for button, vote and multiple-choice cards. */
    static CardUpdate replaceName(String name) {
        return new ReplacedName(name);
    }

    /** Puts another card in the old one's place; it may be of any type. */
    static CardUpdate card(TemplateCard card) {
        return new ReplacedCard(card, null, false);
    }

    /**
     * As {@link #card(TemplateCard)}, for an interactive card that can no longer be answered.
     *
     * @param replaceText shown on a grey button instead of the card's own
     * @param disable locks its drop-downs and boxes
     */
    static CardUpdate card(TemplateCard card, @Nullable String replaceText, boolean disable) {
        return new ReplacedCard(card, replaceText, disable);
    }

    /**
     * The request's body.
     *
     * @param userIds 1 to 1000 receivers of the original message; others WeCom names in its answer and skips
     */
    default String toJson(long agentId, Collection<String> userIds, String responseCode) {
        return Json.write(CardUpdateRequest.of(this, agentId, userIds, responseCode));
    }

    /** The body while it waits: which code it spends is known only when it is sent. */
    default String toJsonWithoutCode(long agentId, Collection<String> userIds) {
        return Json.write(CardUpdateRequest.of(this, agentId, userIds, null));
    }

    /** Adds the code to what {@link #toJsonWithoutCode} gave; the same bytes as {@link #toJson}. */
    static String withCode(String jsonWithoutCode, String responseCode) {
        return Json.write(CardUpdateRequest.withCode(Json.read(jsonWithoutCode), responseCode));
    }

    /** The key under which the update's form stands: button or template_card. */
    String formName();

    /** The JSON under that key. */
    ObjectNode form();
}
