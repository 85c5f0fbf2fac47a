package io.genjin.bot.platform;

/** A failure that may be somebody else's and pass: the same thing done again later may succeed. */
public interface PassingTrouble {

    /** Whether it may pass by itself, or once an administrator has mended a setting. */
    boolean passing();
}
