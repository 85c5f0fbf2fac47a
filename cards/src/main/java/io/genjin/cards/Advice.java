package io.genjin.cards;

import org.jspecify.annotations.Nullable;

/**
 * Lengths that WeCom only advises (建议不超过): the display is cut beyond them, so we cut first, at a character
 * boundary and with a visible sign. They differ between an application's card (doc 90236) and a robot's (doc 91770);
 * where only applications have the block, both are the application's.
 */
enum Advice {
    SOURCE_DESC(20, 13),
    MAIN_TITLE(36, 26),
    MAIN_DESC(44, 30),
    EMPHASIS_TITLE(14, 10),
    EMPHASIS_DESC(22, 15),
    SUB_TITLE(160, 112),
    HORIZONTAL_KEY(5, 5),
    HORIZONTAL_VALUE(30, 26),
    VERTICAL_TITLE(38, 26),
    VERTICAL_DESC(160, 112),
    JUMP_TITLE(18, 13),
    OPTION_TEXT(16, 16),
    CHECKBOX_TEXT(17, 17),
    BUTTON_TEXT(10, 10);

    private final int app;
    private final int robot;

    Advice(int app, int robot) {
        this.app = app;
        this.robot = robot;
    }

    String app(String field, @Nullable String text) {
        return Cut.toChars(Checks.required(field, text), app);
    }

    /** Blank text counts as absent. */
    @Nullable
    String appIfAny(@Nullable String text) {
        return text == null || text.isBlank() ? null : Cut.toChars(text, app);
    }

    @Nullable
    String robotIfAny(@Nullable String text) {
        return text == null ? null : Cut.toChars(text, robot);
    }

    String robot(String text) {
        return Cut.toChars(text, robot);
    }

    int appLength() {
        return app;
    }

    int robotLength() {
        return robot;
    }
}
