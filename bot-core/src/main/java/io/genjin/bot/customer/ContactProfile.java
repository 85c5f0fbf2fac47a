package io.genjin.bot.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What WeCom knows of an external contact (doc 92114).
 *
 * @param name the follower's remark before the contact's own name
 * @param company null where nobody named one
 * @param followers userids of the members who follow them, the newest first
 */
record ContactProfile(String name, @Nullable String company, List<String> followers) {
    ContactProfile {
        followers = List.copyOf(followers);
    }
}
