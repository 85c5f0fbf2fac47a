package io.genjin.cards;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One article of {@link News} (doc 90236).
 *
 * @param title at most 128 UTF-8 bytes
 * @param description at most 512 UTF-8 bytes; blank counts as absent
 * @param link a page (at most 2048 UTF-8 bytes) or a mini program (page path at most 128 UTF-8 bytes)
 * @param pictureUrl at most 2048 UTF-8 bytes; WeCom's client loads it without login
 */
public record Article(
        String title,
        @Nullable String description,
        Link link,
        @Nullable String pictureUrl) {
    private static final String PATH = "news.articles[].";

    public Article {
        title = Checks.bytes(PATH + "title", title, Limits.TITLE_BYTES);
        description = description == null || description.isBlank()
                ? null
                : Checks.bytes(PATH + "description", description, Limits.DESCRIPTION_BYTES);
        if (link.url() != null) {
            Checks.bytes(PATH + "url", link.url(), Limits.URL_BYTES);
        }
        if (link.pagePath() != null) {
            Checks.bytes(PATH + "pagepath", link.pagePath(), Limits.PAGE_PATH_BYTES);
        }
        pictureUrl = pictureUrl == null
                ? null
                : Checks.bytes(PATH + "picurl", Checks.url(PATH + "picurl", pictureUrl), Limits.URL_BYTES);
    }

    public Article(String title, @Nullable String description, String url, @Nullable String pictureUrl) {
        this(title, description, Link.url(PATH + "url", url), pictureUrl);
    }

    /** Cuts title and description to their limits; never a URL. */
    public static Article shortened(
            String title, @Nullable String description, String url, @Nullable String pictureUrl) {
        return new Article(
                Cut.toBytes(title, Limits.TITLE_BYTES),
                description == null ? null : Cut.toBytes(description, Limits.DESCRIPTION_BYTES),
                url,
                pictureUrl);
    }

    ObjectNode json() {
        return Json.object()
                .text("title", title)
                .text("description", description)
                .text("url", link.url())
                .text("appid", link.appId())
                .text("pagepath", link.pagePath())
                .text("picurl", pictureUrl)
                .end();
    }
}
