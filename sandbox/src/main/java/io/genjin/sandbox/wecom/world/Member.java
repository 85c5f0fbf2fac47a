package io.genjin.sandbox.wecom.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A colleague in the contacts (doc 90196).
 *
 * @param phoneHost host name that this member's phone uses for web pages, which the simulated login recognises
 * @param departments ids, the main one first
 * @param leads the departments of these that they lead
 * @param licensed whether they hold a 基础接口许可; others end up in unlicenseduser
 */
public record Member(
        String userId,
        String name,
        String phoneHost,
        String position,
        List<Integer> departments,
        List<Integer> leads,
        @Nullable String directLeader,
        boolean licensed) {
    /** Keeps unmodifiable copies. */
    public Member {
        departments = List.copyOf(departments);
        leads = List.copyOf(leads);
        if (departments.isEmpty()) {
            throw new IllegalArgumentException("a member is in one department at least");
        }
    }

    /** A rep of the sales department 2 who reports to chen.jing. */
    public static Member rep(String userId, String name, String phoneHost) {
        return new Member(userId, name, phoneHost, "销售", List.of(2), List.of(), "chen.jing", true);
    }
}
