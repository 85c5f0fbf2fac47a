package io.genjin.bot.access;

import io.genjin.crm.member.Member;
import io.genjin.crm.member.Role;

/** The member who looks at a page; a handler method takes it as a parameter. {@code csrf} goes into every form. */
public record Viewer(Member member, String csrf) {

    public boolean admin() {
        return member.is(Role.ADMIN);
    }
}
