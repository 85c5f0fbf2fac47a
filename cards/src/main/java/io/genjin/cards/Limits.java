package io.genjin.cards;

/** The lengths and counts that WeCom enforces. {@code doc N} is developer.work.weixin.qq.com/document/path/N. */
final class Limits {
    /** Text and markdown of an application, an appchat, a robot's text, a passive text; doc 90236, 90248, 91770, 90241. */
    static final int CONTENT_BYTES = 2048;
    /** A robot's markdown and markdown_v2; doc 91770. */
    static final int ROBOT_MARKDOWN_BYTES = 4096;
    /** A robot's picture before Base64; doc 91770. */
    static final int ROBOT_IMAGE_BYTES = 2 * 1024 * 1024;

    /** Text card and article; doc 90236. Newer pages say characters for the text card: bytes satisfy both. */
    static final int TITLE_BYTES = 128;

    static final int DESCRIPTION_BYTES = 512;
    static final int URL_BYTES = 2048;
    static final int PAGE_PATH_BYTES = 128;
    static final int TEXT_CARD_BUTTON_CHARS = 4;
    static final int ARTICLES = 8;

    /** Template cards; doc 90236. */
    static final int KEY_BYTES = 1024;

    static final int TASK_ID_BYTES = 128;
    static final int OPTION_ID_BYTES = 128;
    static final int MENU_ACTIONS = 3;
    static final int HORIZONTAL_ITEMS = 6;
    static final int VERTICAL_ITEMS = 4;
    static final int JUMPS = 3;
    static final int BUTTONS = 6;
    static final int SELECTS = 3;
    static final int OPTIONS = 10;
    static final int CHECKBOX_OPTIONS = 20;
    static final double ASPECT_RATIO_ABOVE = 1.3;
    static final double ASPECT_RATIO_BELOW = 2.25;

    /** Receivers of message/send and update_template_card; doc 90236, 94888. */
    static final int USERS = 1000;

    static final int PARTIES = 100;
    static final int TAGS = 100;
    static final long DUPLICATE_CHECK_SECONDS = 14_400;

    private Limits() {}
}
