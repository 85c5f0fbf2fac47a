package io.genjin.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * A robot's text (doc 91770). Words of others go through {@link WeComText#escape} first.
 *
 * @param content 1 to 2048 UTF-8 bytes, without {@code <@all>}
 * @param mentionedUserIds members to notify
 * @param mentionedMobiles phone numbers of members to notify
 * @param mentionsEveryone notifies the whole group
 */
public record RobotText(
        String content, List<String> mentionedUserIds, List<String> mentionedMobiles, boolean mentionsEveryone)
        implements RobotMessage {
    private static final Pattern MOBILE = Pattern.compile("\\+?[0-9]{5,20}");

    public RobotText {
        content = Checks.bytes("text.content", content, Limits.CONTENT_BYTES);
        content = WeComText.withoutEveryone("text.content", content);
        mentionedUserIds = List.copyOf(mentionedUserIds);
        mentionedUserIds.forEach(user -> Checks.userId("text.mentioned_list", user));
        mentionedMobiles = List.copyOf(mentionedMobiles);
        mentionedMobiles.forEach(
                mobile -> Checks.matching("text.mentioned_mobile_list", mobile, MOBILE, "5 to 20 digits"));
    }

    /** Notifies the whole group: only for what everybody there must see now. */
    public static RobotText toEveryone(String content) {
        return new RobotText(content, List.of(), List.of(), true);
    }

    @Override
    public String msgType() {
        return "text";
    }

    @Override
    public ObjectNode body() {
        var mentioned = new ArrayList<>(mentionedUserIds);
        if (mentionsEveryone) {
            mentioned.add("@all");
        }
        return Json.object()
                .text("content", content)
                .texts("mentioned_list", mentioned)
                .texts("mentioned_mobile_list", mentionedMobiles)
                .end();
    }
}
