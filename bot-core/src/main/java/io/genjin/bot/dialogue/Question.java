package io.genjin.bot.dialogue;

import io.genjin.crm.member.Member;
import java.time.Instant;

/** A kind of question that a feature asks in the chat. */
public interface Question {

    /** Names the kind, at most 40 ASCII letters and dashes. */
    String topic();

    /**
     * Takes the answer, in a transaction.
     *
     * @param about what was given to {@link Dialogues#ask}
     * @return what the bot says to it: the answer read back, or why it can't be taken
     */
    Reply answered(Member member, String about, String answer);

    /** Whether the text can be an answer at all; where it can't, the bot asks whether it is one. */
    default boolean mayBe(String answer, Instant saidAt) {
        return true;
    }

    /** What the bot says when nobody answered in time. */
    String givenUp(String about);

    /** The bot's words, and whether the question is settled by them or stays open. */
    record Reply(String text, boolean settled) {}
}
