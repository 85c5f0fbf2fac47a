package io.genjin.cards;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A heading with a paragraph below it.
 *
 * @param title shortened to 38 characters, 26 in a robot's card
 * @param desc shortened to 160 characters, 112 in a robot's card
 */
public record VerticalItem(String title, @Nullable String desc) {
    public VerticalItem {
        title = Advice.VERTICAL_TITLE.app("vertical_content_list[].title", title);
        desc = Advice.VERTICAL_DESC.appIfAny(desc);
    }

    VerticalItem forRobot() {
        return new VerticalItem(Advice.VERTICAL_TITLE.robot(title), Advice.VERTICAL_DESC.robotIfAny(desc));
    }

    ObjectNode json() {
        return Json.object().text("title", title).text("desc", desc).end();
    }
}
