package io.genjin.cards;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line at a notice's foot that leads elsewhere. It brings no callback.
 *
 * @param title shortened to 18 characters, 13 in a robot's card
 */
public record Jump(String title, Link link) {
    public Jump {
        title = Advice.JUMP_TITLE.app("jump_list[].title", title);
    }

    public static Jump text(String title) {
        return new Jump(title, Link.none());
    }

    public static Jump url(String title, String url) {
        return new Jump(title, Link.url("jump_list[].url", url));
    }

    public static Jump miniProgram(String title, String appId, @Nullable String pagePath) {
        return new Jump(title, Link.miniProgram("jump_list[].appid", appId, pagePath));
    }

    Jump forRobot() {
        return new Jump(Advice.JUMP_TITLE.robot(title), link);
    }

    ObjectNode json() {
        return link.write(Json.object().number("type", link.type()).text("title", title))
                .end();
    }
}
