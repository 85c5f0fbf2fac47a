package io.genjin.bot.dialogue;

import io.genjin.crm.member.Member;
import java.time.Instant;
import java.util.List;

/** A feature's part of 今日三件事, which a member gets on opening the application for the first time that day. */
public interface Agenda {

    /** What the member should do today, in any order; reads only. */
    List<Item> of(Member member, Instant now);

    /**
     * One thing to do.
     *
     * @param due when it should be done; the earliest come first
     * @param text one line, links and escaping done
     */
    record Item(Instant due, String text) {}
}
