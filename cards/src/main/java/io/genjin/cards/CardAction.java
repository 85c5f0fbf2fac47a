package io.genjin.cards;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a tap on the card itself opens. It brings no callback. */
public record CardAction(Link link) {
    public CardAction {
        if (link.type() == 0) {
            throw new CardLimitException("card_action.type", "1 url or 2 mini program");
        }
    }

    public static CardAction url(String url) {
        return new CardAction(Link.url("card_action.url", url));
    }

    public static CardAction miniProgram(String appId, @Nullable String pagePath) {
        return new CardAction(Link.miniProgram("card_action.appid", appId, pagePath));
    }

    ObjectNode json() {
        return link.write(Json.object().number("type", link.type())).end();
    }
}
