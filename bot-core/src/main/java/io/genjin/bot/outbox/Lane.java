package io.genjin.bot.outbox;

/** Order holds within a recipient and lane; a message in back-off holds only its lane. */
public enum Lane {
    /** Card updates after a tap, replies. */
    ANSWER(false),
    /** Deadlines that count, such as the 72 hours of a confirmation. */
    DEADLINE(false),
    /** Drafts and prompts. */
    WORK(true),
    /** Lists and summaries. */
    DIGEST(true);

    private final boolean waits;

    Lane(boolean waits) {
        this.waits = waits;
    }

    /** Whether its messages wait until the member's quiet hours end. */
    boolean waitsForQuietHours() {
        return waits;
    }
}
