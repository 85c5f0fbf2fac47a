package io.genjin.cards;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A card's headline. Blank counts as absent.
 *
 * @param title shortened to 36 characters, 26 in a robot's card
 * @param desc shortened to 44 characters, 30 in a robot's card
 */
public record MainTitle(@Nullable String title, @Nullable String desc) {
    public MainTitle {
        title = Advice.MAIN_TITLE.appIfAny(title);
        desc = Advice.MAIN_DESC.appIfAny(desc);
    }

    /** For the cards that must have a headline. */
    static MainTitle required(@Nullable MainTitle title) {
        var present = Checks.present("main_title", title);
        Checks.required("main_title.title", present.title);
        return present;
    }

    MainTitle forRobot() {
        return new MainTitle(Advice.MAIN_TITLE.robotIfAny(title), Advice.MAIN_DESC.robotIfAny(desc));
    }

    ObjectNode json() {
        return Json.object().text("title", title).text("desc", desc).end();
    }
}
