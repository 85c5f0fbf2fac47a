package io.genjin.bot.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A kept push, as a courier gets it.
 *
 * @param taskId the card it sends, updates or takes back; null for other messages
 * @param body what is sent, byte for byte the same at every attempt of one issue
 * @param code the response_code that pays for an update; null when the card's own, from its sending, is meant
 * @param attempts how many were made before this one
 * @param uncertain whether an earlier attempt of this issue may have arrived unheard, also one that a crash cut short
 * @param underWay whether the end of the latest attempt was never noted
 * @param triedSince when the first attempt began; null before it
 * @param issue under how many task_ids its card was sent; 1 for everything else
 * @param issuedAt when the first attempt of this issue began; null before it
 */
public record Push(
        String id,
        String cause,
        Recipient recipient,
        Lane lane,
        PushKind kind,
        @Nullable String taskId,
        String body,
        @Nullable String code,
        int attempts,
        boolean uncertain,
        boolean underWay,
        @Nullable Instant triedSince,
        int issue,
        @Nullable Instant issuedAt) {

    /** The same card under a new task_id, of which nothing has been sent yet. */
    Push reissued(int newIssue, String newBody) {
        return new Push(
                id,
                cause,
                recipient,
                lane,
                kind,
                taskId,
                newBody,
                code,
                attempts,
                false,
                false,
                triedSince,
                newIssue,
                null);
    }

    /** Whether any of it may be on a phone. */
    boolean mayBeOut() {
        return uncertain || issue > 1;
    }
}
