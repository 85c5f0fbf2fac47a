package io.genjin.cards;

import org.jspecify.annotations.Nullable;

/**
 * Where a click leads: nowhere, to a page, or into a mini program. No link brings us a callback.
 *
 * @param type WeCom's number: 0 none, 1 url, 2 mini program
 */
public record Link(
        int type,
        @Nullable String url,
        @Nullable String appId,
        @Nullable String pagePath) {
    public Link {
        switch (type) {
            case 0 -> {
                url = null;
                appId = null;
                pagePath = null;
            }
            case 1 -> {
                url = Checks.url("url", url);
                appId = null;
                pagePath = null;
            }
            case 2 -> {
                url = null;
                appId = Checks.required("appid", appId);
                pagePath = Checks.optional(pagePath);
            }
            default -> throw new CardLimitException("type", "0 none, 1 url or 2 mini program");
        }
    }

    public static Link none() {
        return new Link(0, null, null, null);
    }

    /** An absolute URL with its scheme. */
    public static Link url(String url) {
        return url("url", url);
    }

    /** The mini program must be bound to the application. */
    public static Link miniProgram(String appId, @Nullable String pagePath) {
        return miniProgram("appid", appId, pagePath);
    }

    static Link url(String field, String url) {
        return new Link(1, Checks.url(field, url), null, null);
    }

    static Link miniProgram(String field, String appId, @Nullable String pagePath) {
        return new Link(2, null, Checks.required(field, appId), pagePath);
    }

    Json write(Json json) {
        return json.text("url", url).text("appid", appId).text("pagepath", pagePath);
    }
}
