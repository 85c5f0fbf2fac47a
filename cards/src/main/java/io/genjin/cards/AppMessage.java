package io.genjin.cards;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of message/send (doc 90236): {@code AppMessage.to("li.na").message(1000002, card).duplicateCheck(...)}.
 *
 * @param agentId the application; must be the one the access token belongs to
 * @param duplicateCheck within which WeCom drops a byte-identical request; whole seconds, at most 4 hours
 */
public record AppMessage(
        Recipients recipients,
        long agentId,
        Message message,
        @Nullable Duration duplicateCheck) {
    public AppMessage {
        if (duplicateCheck != null
                && (duplicateCheck.toSeconds() < 1 || duplicateCheck.toSeconds() > Limits.DUPLICATE_CHECK_SECONDS)) {
            throw new CardLimitException(
                    "duplicate_check_interval", "1 to " + Limits.DUPLICATE_CHECK_SECONDS + " seconds");
        }
    }

    public static Recipients to(String... userIds) {
        return Recipients.users(List.of(userIds));
    }

    public static Recipients to(List<String> userIds) {
        return Recipients.users(userIds);
    }

    public static Recipients toParty(long... partyIds) {
        return Recipients.parties(Arrays.stream(partyIds).boxed().toList());
    }

    public static Recipients toTag(long... tagIds) {
        return Recipients.tags(Arrays.stream(tagIds).boxed().toList());
    }

    /** The application's whole visible range: everybody who can see the application gets it. */
    public static Recipients toEveryone() {
        return Recipients.everyone();
    }

    /** Lets a retry be sent without fear: WeCom delivers the identical request once within this time. */
    public AppMessage duplicateCheck(Duration interval) {
        return new AppMessage(recipients, agentId, message, interval);
    }

    /** The request's body. Equal messages give equal bytes. */
    public String toJson() {
        var json = recipients
                .write(Json.object())
                .text("msgtype", message.msgType())
                .number("agentid", agentId)
                .object(message.msgType(), message.body());
        if (duplicateCheck != null) {
            json.number("enable_duplicate_check", 1).number("duplicate_check_interval", duplicateCheck.toSeconds());
        }
        return Json.write(json.end());
    }
}
