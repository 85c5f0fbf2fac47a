package io.genjin.bot.wecom;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What WeCom tells us, in our own types; each is a payload of the inbox under its simple name. userids are folded to
 * lower case, because WeCom compares them so (doc 90196).
 */
public sealed interface Callback {

    /** Text that a member sent to the application in its 1:1 chat (doc 90239). */
    record MemberText(String userId, String msgId, String text, Instant sentAt) implements Callback {}

    /** Anything else that a member sent: image, voice, video, location, link. {@code mediaId} may be empty. */
    record MemberMedia(String userId, String msgId, String type, String mediaId, Instant sentAt) implements Callback {}

    /**
     * A button or submit of a template card (doc 90240); {@code responseCode} pays for one card update.
     *
     * @param taskId of the very card that was tapped, for its answer; {@link #card()} is what its maker called it
     */
    record CardTap(
            String userId,
            String taskId,
            String key,
            String responseCode,
            Map<String, List<String>> selected,
            Instant tappedAt)
            implements Callback {
        public CardTap {
            selected = Map.copyOf(selected);
        }

        /** The card's name, as its maker gave it, whichever issue of it was tapped. */
        public String card() {
            return CardIssue.read(taskId).card();
        }

        /** Names this very tap, for what follows from it: each tap brings a code of its own. */
        public String cause() {
            String code = responseCode.isEmpty() ? tappedAt.toString() : responseCode;
            UUID digest = UUID.nameUUIDFromBytes((taskId + " " + code).getBytes(StandardCharsets.UTF_8));
            return "tap:" + digest;
        }
    }

    /** There is something to pull from a 微信客服 account (doc 94670); {@code token} is good for 10 minutes. */
    record KfNotice(String openKfId, String token, Instant at) implements Callback {}

    /** The address book changed (doc 90970); ids may be empty where the change names none. */
    record ContactChange(String changeType, String userId, String newUserId, Instant at) implements Callback {}

    /** A member opened the application's chat (doc 90240). */
    record AgentEntered(String userId, Instant at) implements Callback {}

    /** An event or message type that nobody handles: kept and counted. {@code type} holds WeCom's own name. */
    record Unknown(String type, String xml) implements Callback {}
}
