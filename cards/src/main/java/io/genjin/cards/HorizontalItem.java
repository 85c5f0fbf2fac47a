package io.genjin.cards;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row of label and value.
 *
 * @param label shortened to 5 characters
 * @param value shortened to 30 characters, 26 in a robot's card; a file's name is kept whole, as its extension matters
 * @param target the URL, media id or user id that the kind needs; absent for plain text
 */
public record HorizontalItem(
        String label,
        @Nullable String value,
        Kind kind,
        @Nullable String target) {
    private static final String PATH = "horizontal_content_list[].";

    /** What a tap on the value does. */
    public enum Kind {
        TEXT(0, ""),
        URL(1, "url"),
        FILE(2, "media_id"),
        MEMBER(3, "userid");

        private final int code;
        private final String targetField;

        Kind(int code, String targetField) {
            this.code = code;
            this.targetField = targetField;
        }
    }

    public HorizontalItem {
        label = Advice.HORIZONTAL_KEY.app(PATH + "keyname", label);
        value = kind == Kind.FILE ? Checks.required(PATH + "value", value) : Advice.HORIZONTAL_VALUE.appIfAny(value);
        target = switch (kind) {
            case TEXT -> null;
            case URL -> Checks.url(PATH + "url", target);
            case FILE -> Checks.required(PATH + "media_id", target);
            case MEMBER -> Checks.userId(PATH + "userid", target);
        };
    }

    public static HorizontalItem text(String label, @Nullable String value) {
        return new HorizontalItem(label, value, Kind.TEXT, null);
    }

    public static HorizontalItem url(String label, @Nullable String value, String url) {
        return new HorizontalItem(label, value, Kind.URL, url);
    }

    /** The file's name with its extension; needs client 3.1.12. */
    public static HorizontalItem file(String label, String fileName, String mediaId) {
        return new HorizontalItem(label, fileName, Kind.FILE, mediaId);
    }

    /** Opens the member's profile; needs client 3.1.18. */
    public static HorizontalItem member(String label, @Nullable String name, String userId) {
        return new HorizontalItem(label, name, Kind.MEMBER, userId);
    }

    HorizontalItem forRobot() {
        var shorter = kind == Kind.FILE ? value : Advice.HORIZONTAL_VALUE.robotIfAny(value);
        return new HorizontalItem(label, shorter, kind, target);
    }

    ObjectNode json() {
        var json = Json.object();
        if (kind != Kind.TEXT) {
            json.number("type", kind.code);
        }
        return json.text("keyname", label)
                .text("value", value)
                .text(kind.targetField, target)
                .end();
    }
}
