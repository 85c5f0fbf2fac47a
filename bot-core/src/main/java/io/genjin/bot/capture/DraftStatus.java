package io.genjin.bot.capture;

/** OPEN becomes one of the next four; the two confirmed may become UNDONE; nothing else. */
public enum DraftStatus {
    OPEN("待确认"),
    CONFIRMED("已记录"),
    EDITED_AND_CONFIRMED("已修改并记录"),
    IGNORED("不是跟进"),
    EXPIRED("已过期"),
    UNDONE("已撤销");

    private final String label;

    DraftStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean confirmed() {
        return this == CONFIRMED || this == EDITED_AND_CONFIRMED;
    }

    /** Whether the page offers 恢复. */
    boolean restorable() {
        return this == IGNORED || this == EXPIRED;
    }
}
