package io.genjin.bot.access;

import io.genjin.crm.member.Member;

/** Who is behind a userid that WeCom's login named. */
public interface KnownMembers {

    /** The member, met on first sight; called outside transactions. */
    Member meet(String userId);
}
