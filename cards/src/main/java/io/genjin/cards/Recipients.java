package io.genjin.cards;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who gets an application message (doc 90236). {@code @all} cannot come in as a user id; it is {@link #everyone()}.
 *
 * @param users at most 1000 user ids; repeats are dropped
 * @param parties at most 100 department ids
 * @param tags at most 100 tag ids
 * @param wholeRange the application's whole visible range, and then nobody besides
 */
public record Recipients(List<String> users, List<Long> parties, List<Long> tags, boolean wholeRange) {
    public Recipients {
        users = users.stream()
                .map(user -> Checks.userId("touser", user))
                .distinct()
                .toList();
        users = Checks.size("touser", users, 0, Limits.USERS);
        parties = Checks.size("toparty", parties, 0, Limits.PARTIES);
        tags = Checks.size("totag", tags, 0, Limits.TAGS);
        boolean named = !users.isEmpty() || !parties.isEmpty() || !tags.isEmpty();
        if (wholeRange == named) {
            throw new CardLimitException("touser", "either everyone, or at least one user, party or tag");
        }
    }

    public static Recipients users(List<String> userIds) {
        return new Recipients(userIds, List.of(), List.of(), false);
    }

    public static Recipients parties(List<Long> partyIds) {
        return new Recipients(List.of(), partyIds, List.of(), false);
    }

    public static Recipients tags(List<Long> tagIds) {
        return new Recipients(List.of(), List.of(), tagIds, false);
    }

    public static Recipients everyone() {
        return new Recipients(List.of(), List.of(), List.of(), true);
    }

    /** The message to them from this application. */
    public AppMessage message(long agentId, Message message) {
        return new AppMessage(this, agentId, message, null);
    }

    Json write(Json json) {
        return json.text("touser", wholeRange ? "@all" : joined(users))
                .text("toparty", joined(parties))
                .text("totag", joined(tags));
    }

    private static @Nullable String joined(List<?> ids) {
        return ids.isEmpty() ? null : ids.stream().map(String::valueOf).collect(Collectors.joining("|"));
    }
}
