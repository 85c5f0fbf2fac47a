package io.genjin.sandbox.wecom.api;

import io.genjin.sandbox.wecom.world.Refusal;
import io.genjin.sandbox.wecom.world.World;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ObjectNode;

/** media/upload and media/get (docs 90253, 90254). */
final class MediaEndpoints {
    private static final int MB = 1024 * 1024;

    private final World world;

    MediaEndpoints(World world) {
        this.world = world;
    }

    void addTo(Routes routes) {
        routes.post("media/upload", Routes.APP_OR_KF, this::upload);
        // The server answers the file itself when this check passes.
        routes.get("media/get", Routes.APP_OR_KF, request -> {
            var file = world.media
                    .find(request.requireQuery("media_id"), world.clock.instant())
                    .orElseThrow(() -> new Refusal(40007, "invalid media_id"));
            return Routes.ok().put("media_id", file.mediaId());
        });
    }

    ObjectNode upload(ApiRequest request) {
        var type = request.requireQuery("type");
        var upload = request.upload();
        if (upload == null || upload.fileName().isEmpty()) {
            throw new Refusal(41005, "multipart field media with a filename is required");
        }
        check(type, upload.content());
        var now = world.clock.instant();
        var file = world.media.keep(type, upload.fileName(), upload.content(), now);
        return Routes.ok()
                .put("type", type)
                .put("media_id", file.mediaId())
                .put("created_at", Long.toString(now.getEpochSecond()));
    }

    private static void check(String type, byte[] content) {
        int limit =
                switch (type) {
                    case "image", "voice" -> 2 * MB;
                    case "video" -> 10 * MB;
                    case "file" -> 20 * MB;
                    default -> throw new Refusal(40004, "invalid media type");
                };
        if (content.length <= 5 || content.length > limit) {
            throw new Refusal(40006, "a file of type " + type + " has more than 5 bytes and at most " + limit);
        }
        var start = new String(content, 0, Math.min(12, content.length), StandardCharsets.ISO_8859_1);
        boolean rightFormat =
                switch (type) {
                    case "image" -> start.startsWith("\u0089PNG") || start.startsWith("\u00FF\u00D8\u00FF");
                    case "voice" -> start.startsWith("#!AMR");
                    case "video" -> start.startsWith("ftyp", 4);
                    default -> true;
                };
        if (!rightFormat) {
            throw new Refusal(40005, "not the format of type " + type);
        }
    }
}
