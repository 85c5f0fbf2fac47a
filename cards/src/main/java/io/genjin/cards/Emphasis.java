package io.genjin.cards;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One figure in large type.
 *
 * @param title the figure; shortened to 14 characters, 10 in a robot's card
 * @param desc what it counts; shortened to 22 characters, 15 in a robot's card
 */
public record Emphasis(String title, @Nullable String desc) {
    public Emphasis {
        title = Advice.EMPHASIS_TITLE.app("emphasis_content.title", title);
        desc = Advice.EMPHASIS_DESC.appIfAny(desc);
    }

    Emphasis forRobot() {
        return new Emphasis(Advice.EMPHASIS_TITLE.robot(title), Advice.EMPHASIS_DESC.robotIfAny(desc));
    }

    ObjectNode json() {
        return Json.object().text("title", title).text("desc", desc).end();
    }
}
