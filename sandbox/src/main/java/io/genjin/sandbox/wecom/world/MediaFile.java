package io.genjin.sandbox.wecom.world;

import java.time.Instant;

/** An uploaded file (doc 90253). */
public final class MediaFile {
    private final String mediaId;
    private final String type;
    private final String fileName;
    private final byte[] content;
    private final Instant uploadedAt;

    /** Keeps the content as it is. */
    public MediaFile(String mediaId, String type, String fileName, byte[] content, Instant uploadedAt) {
        this.mediaId = mediaId;
        this.type = type;
        this.fileName = fileName;
        this.content = content.clone();
        this.uploadedAt = uploadedAt;
    }

    /** Its id. */
    public String mediaId() {
        return mediaId;
    }

    /** image, voice, video or file. */
    public String type() {
        return type;
    }

    /** The name that a phone shows. */
    public String fileName() {
        return fileName;
    }

    /** A copy of the bytes. */
    public byte[] content() {
        return content.clone();
    }

    /** When it came. */
    public Instant uploadedAt() {
        return uploadedAt;
    }

    /** The Content-Type for a browser. */
    public String contentType() {
        return switch (type) {
            case "image" -> content.length > 1 && content[0] == (byte) 0xFF ? "image/jpeg" : "image/png";
            case "voice" -> "audio/amr";
            case "video" -> "video/mp4";
            default -> fileName.endsWith(".pdf") ? "application/pdf" : "application/octet-stream";
        };
    }
}
