package io.genjin.bot.platform;

/** Something that sleeps until there may be work. */
public interface Wakeable {

    /** Says that there may be work now; returns at once, harmless when there is none. */
    void wake();
}
