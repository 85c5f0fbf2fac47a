package io.genjin.sandbox.wecom.api;

import io.genjin.sandbox.wecom.world.Refusal;
import io.genjin.sandbox.wecom.world.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What message/send, appchat/send and webhook/send demand of each type's body (docs 90236, 90248, 91770). */
final class MessageBodies {
    private static final int MISSING = 40063;
    private static final int INVALID = 40058;
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
                if (optional(body, type, "content").isEmpty()) {
                    throw new Refusal(44004, "text.content is empty");
                }
                checkMentions(body);
                cut(body, type, "content", contentBytes);
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
                cut(body, type, "title", 128);
                cut(body, type, "description", 512);
                var button = optional(body, type, "btntxt");
                if (button.codePointCount(0, button.length()) > 4) {
                    throw new Refusal(40058, "textcard.btntxt is longer than 4");
                }
            }
            case "news", "mpnews" -> articles(body, type);
            default -> {
                media(require(body, type, "media_id"), type);
                cut(body, type, "title", 128);
                cut(body, type, "description", 512);
            }
        }
        return body;
    }

    /** Who is mentioned by a text: lists of strings. */
    static void checkMentions(JsonNode text) {
        for (var field : List.of("mentioned_list", "mentioned_mobile_list")) {
            var list = text.path(field);
            if (!list.isMissingNode() && (!list.isArray() || list.valueStream().anyMatch(each -> !each.isString()))) {
                throw new Refusal(INVALID, "text." + field + " must be a list of strings");
            }
        }
    }

    /** Cuts a text to so many bytes between characters. */
    private static void cut(ObjectNode body, String type, String field, int limit) {
        var text = optional(body, type, field);
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
            } else {
                linked(article, type);
            }
            cut(article, type, "title", 128);
            cut(article, type, "description", 512);
        }
    }

    /** doc 90236: an article leads to a url, or into a mini program by appid and pagepath. */
    private static void linked(JsonNode article, String type) {
        if (optional(article, type, "appid").isEmpty()) {
            url(require(article, type, "url"));
        } else if (bytes(require(article, type, "pagepath")) > 128) {
            throw new Refusal(INVALID, type + ".pagepath is longer than 128 bytes");
        }
        if (!optional(article, type, "picurl").isEmpty()) {
            url(optional(article, type, "picurl"));
        }
    }

    private static String require(JsonNode body, String type, String field) {
        var value = optional(body, type, field);
        if (value.isEmpty()) {
            throw new Refusal(MISSING, type + "." + field + " is required");
        }
        return value;
    }

    /** A text, empty when absent; nothing but a text is taken for one. */
    static String optional(JsonNode body, String type, String field) {
        var value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw new Refusal(INVALID, type + "." + field + " must be a string");
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
