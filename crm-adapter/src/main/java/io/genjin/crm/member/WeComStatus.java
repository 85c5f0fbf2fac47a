package io.genjin.crm.member;

/** WeCom's state of a member (user/get, doc 90196). Whoever only has not opened WeCom yet counts as active. */
public enum WeComStatus {
    ACTIVATED,
    DISABLED,
    NOT_ACTIVATED,
    LEFT;

    /** WeCom's number; one that is not documented counts as activated, so that a new state locks nobody out. */
    public static WeComStatus of(int code) {
        return switch (code) {
            case 2 -> DISABLED;
            case 4 -> NOT_ACTIVATED;
            case 5 -> LEFT;
            default -> ACTIVATED;
        };
    }

    public boolean mayWork() {
        return this == ACTIVATED || this == NOT_ACTIVATED;
    }
}
