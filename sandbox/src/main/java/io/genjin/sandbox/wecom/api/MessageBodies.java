package io.genjin.sandbox.wecom.api;

import io.genjin.sandbox.wecom.world.Refusal;
import io.genjin.sandbox.wecom.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What message/send, appchat/send and webhook/send demand of each type's body (docs 90236, 90248, 91770). */
final class MessageBodies {
    private static final int MISSING = 40063;
    private static final int TOO_LONG = 45002;

    private final World world;

    MessageBodies(World world) {
        this.world = world;
    }

    /**
     * The body as phones show it: a copy, with what WeCom cuts cut off.
     *
     * @param contentBytes how long text and markdown may be
     * @throws Refusal if a rule is broken
     */
    ObjectNode check(ApiRequest request, String type, int contentBytes) {
        var body = request.object(type).deepCopy();
        switch (type) {
            case "text" -> {
                if (body.path("content").asString("").isEmpty()) {
                    throw new Refusal(44004, "text.content is empty");
                }
                cut(body, "content", contentBytes);
            }
            case "markdown", "markdown_v2" -> {
                var content = require(body, type, "content");
                if (bytes(content) > contentBytes) {
                    throw new Refusal(TOO_LONG, type + ".content is longer than " + contentBytes + " bytes");
                }
            }
            case "textcard" -> {
                require(body, type, "title");
                require(body, type, "description");
                url(require(body, type, "url"));
                cut(body, "title", 128);
                cut(body, "description", 512);
                if (body.path("btntxt").asString("").length() > 4) {
                    throw new Refusal(40058, "textcard.btntxt is longer than 4");
                }
            }
            case "news", "mpnews" -> articles(body, type);
            default -> {
                media(require(body, type, "media_id"), type);
                cut(body, "title", 128);
                cut(body, "description", 512);
            }
        }
        return body;
    }

    /** Cuts a text to so many bytes between characters. */
    static void cut(ObjectNode body, String field, int limit) {
        var text = body.path(field).asString("");
        if (bytes(text) <= limit) {
            return;
        }
        var kept = new StringBuilder();
        int used = 0;
        for (int point : text.codePoints().toArray()) {
            used += bytes(Character.toString(point));
            if (used > limit) {
                break;
            }
            kept.appendCodePoint(point);
        }
        body.put(field, kept.toString());
    }

    private void media(String mediaId, String type) {
        var file = world.media.find(mediaId, world.clock.instant()).filter(each -> each.type()
                .equals(type));
        if (file.isEmpty()) {
            throw new Refusal(40007, "invalid media_id");
        }
    }

    private void articles(ObjectNode body, String type) {
        var articles = body.path("articles");
        if (!articles.isArray() || articles.isEmpty()) {
            throw new Refusal(MISSING, type + ".articles is required");
        }
        if (articles.size() > 8) {
            throw new Refusal(45008, type + ".articles holds more than 8");
        }
        for (JsonNode each : articles) {
            if (!(each instanceof ObjectNode article)) {
                throw new Refusal(40058, type + ".articles must hold objects");
            }
            require(article, type, "title");
            if (type.equals("mpnews")) {
                media(require(article, type, "thumb_media_id"), "image");
                require(article, type, "content");
            } else if (!article.has("appid")) {
                url(require(article, type, "url"));
            }
            cut(article, "title", 128);
            cut(article, "description", 512);
        }
    }

    private static String require(JsonNode body, String type, String field) {
        var value = body.path(field);
        if (!value.isString() || value.stringValue().isEmpty()) {
            throw new Refusal(MISSING, type + "." + field + " is required");
        }
        return value.stringValue();
    }

    private static void url(String url) {
        var scheme = url.split(":", 2)[0];
        if (!Set.of("http", "https").contains(scheme) || bytes(url) > 2048) {
            throw new Refusal(40058, "url needs http or https and at most 2048 bytes");
        }
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
