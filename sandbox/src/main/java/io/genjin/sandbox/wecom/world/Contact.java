package io.genjin.sandbox.wecom.world;

import java.time.Instant;
import java.util.List;

/**
 * A customer on WeChat, known to the members that follow them (doc 92114).
 *
 * @param externalUserId starts with wm
 * @param name their own WeChat name
 */
public record Contact(String externalUserId, String name, List<Follow> follows) {
    /** Keeps an unmodifiable copy. */
    public Contact {
        follows = List.copyOf(follows);
    }

    /** How one member knows the customer; remark and company are what that member wrote down. */
    public record Follow(String userId, String remark, String remarkCompany, Instant since) {}
}
