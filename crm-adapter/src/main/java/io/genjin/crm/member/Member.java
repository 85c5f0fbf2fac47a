package io.genjin.crm.member;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member of the company.
 *
 * @param userId WeCom's userid, always in lower case; an administrator can change it, so it is no key
 * @param roles never empty
 * @param managerId who they report to as {@link ReportingLine} found it, null at the top
 * @param active false once they left or were disabled; such a member keeps their records and sees nothing
 */
public record Member(
        MemberId id,
        String userId,
        String name,
        Set<Role> roles,
        @Nullable MemberId managerId,
        boolean active) {
    public Member {
        userId = UserIds.checked(userId);
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("a member has at least one role");
        }
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
