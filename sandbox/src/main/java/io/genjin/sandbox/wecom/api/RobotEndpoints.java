package io.genjin.sandbox.wecom.api;

import io.genjin.sandbox.wecom.card.CardRules;
import io.genjin.sandbox.wecom.world.GroupChat;
import io.genjin.sandbox.wecom.world.Refusal;
import io.genjin.sandbox.wecom.world.World;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.node.ObjectNode;

/** Group robots: webhook/send and webhook/upload_media (doc 91770). The key is the only credential. */
final class RobotEndpoints {
    private static final int A_MINUTE = 20;
    private static final int MARKDOWN_BYTES = 4096;
    private static final int IMAGE_BYTES = 2 * 1024 * 1024;

    private final World world;
    private final MessageBodies bodies;
    private final MediaEndpoints media;

    RobotEndpoints(World world, MediaEndpoints media) {
        this.world = world;
        this.bodies = new MessageBodies(world);
        this.media = media;
    }

    void addTo(Routes routes) {
        routes.post("webhook/send", Routes.NO_TOKEN, this::send);
        routes.post("webhook/upload_media", Routes.NO_TOKEN, request -> {
            group(request);
            var type = request.requireQuery("type");
            if (!type.equals("file") && !type.equals("voice")) {
                throw new Refusal(40058, "a robot uploads file or voice");
            }
            return media.upload(request);
        });
    }

    private ObjectNode send(ApiRequest request) {
        var group = group(request);
        var type = request.text("msgtype");
        var body =
                switch (type) {
                    case "text" -> text(request);
                    case "markdown", "markdown_v2" -> bodies.check(request, type, MARKDOWN_BYTES);
                    case "image" -> image(request);
                    case "news" -> news(request);
                    case "file", "voice" -> bodies.check(request, type, MARKDOWN_BYTES);
                    case "template_card" -> {
                        var card = request.object(type);
                        CardRules.check(card, CardRules.Use.ROBOT);
                        yield card;
                    }
                    default -> throw new Refusal(40008, "a robot does not know msgtype " + type);
                };
        if (!world.rates.permit("robot/" + group.id(), A_MINUTE, Duration.ofMinutes(1), world.clock.instant())) {
            throw new Refusal(45009, "a robot sends at most 20 messages a minute");
        }
        group.post("robot", type, body, world.clock.instant());
        return Routes.ok();
    }

    private static ObjectNode text(ApiRequest request) {
        var body = request.object("text");
        var content = MessageBodies.optional(body, "text", "content");
        if (content.isEmpty()) {
            throw new Refusal(44004, "text.content is empty");
        }
        if (MessageBodies.bytes(content) > 2048) {
            throw new Refusal(45002, "text.content is longer than 2048 bytes");
        }
        MessageBodies.checkMentions(body);
        return body;
    }

    private ObjectNode news(ApiRequest request) {
        var body = bodies.check(request, "news", MARKDOWN_BYTES);
        if (body.path("articles").valueStream().anyMatch(article -> !article.hasNonNull("url"))) {
            throw new Refusal(40063, "news.url is required: a robot's articles open no mini programs");
        }
        return body;
    }

    private ObjectNode image(ApiRequest request) {
        var body = request.object("image");
        try {
            var bytes = Base64.getDecoder().decode(body.path("base64").asString(""));
            if (bytes.length == 0 || bytes.length > IMAGE_BYTES) {
                throw new Refusal(40009, "an image has 1 byte to 2 MB");
            }
            var digest =
                    HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
            if (!digest.equals(body.path("md5").asString(""))) {
                throw new Refusal(301019, "image.md5 does not match");
            }
            var file = world.media.keep("image", "image.png", bytes, world.clock.instant());
            return Routes.ok().removeAll().put("media_id", file.mediaId());
        } catch (IllegalArgumentException e) {
            throw new Refusal(40058, "image.base64 is no Base64");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private GroupChat group(ApiRequest request) {
        var group = world.groups.get(request.query("key"));
        if (group == null || !group.robot()) {
            throw new Refusal(93000, "invalid webhook url");
        }
        return group;
    }
}
