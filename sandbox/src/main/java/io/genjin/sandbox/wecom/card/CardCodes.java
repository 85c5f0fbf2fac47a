package io.genjin.sandbox.wecom.card;

/** WeCom's error codes for cards (doc 90313). */
final class CardCodes {
    static final int MISSING = 40063;
    static final int INVALID = 40058;
    static final int TASK_ID = 42014;
    static final int BUTTON_KEY = 42017;
    static final int OPTION_ID = 42018;
    static final int OPTION_TEXT = 42019;
    static final int JUMP_LIST_LENGTH = 42040;
    static final int QUESTION_KEY = 42041;
    static final int CARD_IMAGE_URL = 42042;
    static final int SUBMIT_KEY = 42043;
    static final int SELECT_LIST_LENGTH = 42044;
    static final int CARD_ACTION = 42045;

    private CardCodes() {}
}
