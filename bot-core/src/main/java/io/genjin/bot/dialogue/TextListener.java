package io.genjin.bot.dialogue;

import io.genjin.crm.member.Member;

/** A feature that may want what a member typed. Listeners are asked in their {@code @Order}; the first taker ends it. */
public interface TextListener {

    /** Takes the text if it concerns this feature; runs in a transaction. */
    boolean hear(Member member, Said said);

    /** Whether the text reads as a case of its own, so that it is not swallowed as the answer to a question. */
    default boolean readsAsCase(Member member, Said said) {
        return false;
    }
}
