package io.genjin.bot.dialogue;

import io.genjin.crm.member.Member;

/** A word that a member can say to the bot; each feature brings its own. */
public interface Command {

    /** The word, such as 我的草稿. */
    String word();

    /** One line for 帮助: what it answers. */
    String promise();

    /**
     * What the bot answers; runs in a transaction.
     *
     * @param rest what stands behind the word, stripped, often empty
     */
    String answer(Member member, String rest);
}
