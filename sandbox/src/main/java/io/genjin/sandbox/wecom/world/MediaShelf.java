package io.genjin.sandbox.wecom.world;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Uploaded files; the API finds them for three days, the page for ever. */
public final class MediaShelf {
    /** doc 90253. */
    private static final Duration LIFE = Duration.ofDays(3);

    private final Map<String, MediaFile> files = new LinkedHashMap<>();

    /** Keeps a file under a new media id. */
    public MediaFile keep(String type, String fileName, byte[] content, Instant now) {
        var id = "3" + UUID.randomUUID().toString().replace("-", "");
        var file = new MediaFile(id, type, fileName, content, now);
        files.put(id, file);
        return file;
    }

    /** The file, unless its three days are over. */
    public Optional<MediaFile> find(String mediaId, Instant now) {
        return evenExpired(mediaId)
                .filter(file -> now.isBefore(file.uploadedAt().plus(LIFE)));
    }

    /** The file at any age: a phone has downloaded it already. */
    public Optional<MediaFile> evenExpired(String mediaId) {
        return Optional.ofNullable(files.get(mediaId));
    }
}
