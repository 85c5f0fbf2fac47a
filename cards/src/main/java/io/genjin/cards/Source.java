package io.genjin.cards;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The small line at a card's top that says where it comes from.
 *
 * @param iconUrl 72×72 advised
 * @param desc shortened to 20 characters, 13 in a robot's card
 */
public record Source(@Nullable String iconUrl, String desc, Color color) {
    /** WeCom's four colours of the line. */
    public enum Color {
        GREY(0),
        BLACK(1),
        RED(2),
        GREEN(3);

        private final int code;

        Color(int code) {
            this.code = code;
        }
    }

    public Source {
        iconUrl = iconUrl == null ? null : Checks.url("source.icon_url", iconUrl);
        desc = Advice.SOURCE_DESC.app("source.desc", desc);
    }

    public static Source of(String desc) {
        return new Source(null, desc, Color.GREY);
    }

    public static Source of(String desc, Color color) {
        return new Source(null, desc, color);
    }

    Source forRobot() {
        return new Source(iconUrl, Advice.SOURCE_DESC.robot(desc), color);
    }

    ObjectNode json() {
        return Json.object()
                .text("icon_url", iconUrl)
                .text("desc", desc)
                .number("desc_color", color.code)
                .end();
    }
}
