package io.genjin.cards;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A picture across a news notice. WeCom's client loads it without login: nothing confidential belongs there.
 *
 * @param aspectRatio width by height, more than 1.3 and less than 2.25; absent means 1.3
 */
public record CardImage(String url, @Nullable Double aspectRatio) {
    public CardImage {
        url = Checks.url("card_image.url", url);
        if (aspectRatio != null
                && !(aspectRatio > Limits.ASPECT_RATIO_ABOVE && aspectRatio < Limits.ASPECT_RATIO_BELOW)) {
            throw new CardLimitException(
                    "card_image.aspect_ratio",
                    "more than " + Limits.ASPECT_RATIO_ABOVE + " and less than " + Limits.ASPECT_RATIO_BELOW);
        }
    }

    public static CardImage of(String url) {
        return new CardImage(url, null);
    }

    ObjectNode json() {
        return Json.object()
                .text("url", url)
                .number("aspect_ratio", aspectRatio)
                .end();
    }
}
