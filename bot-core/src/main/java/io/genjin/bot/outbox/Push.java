package io.genjin.bot.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A kept push, as a courier gets it.
 *
 * @param taskId the card it sends, updates or takes back; null for other messages
 * @param body what is sent, byte for byte the same at every attempt
 * @param code the response_code that pays for an update; null when the card's own, from its sending, is meant
 * @param attempts how many were made before this one
 * @param uncertain whether an earlier attempt may have arrived unheard, also one that a crash cut short
 * @param triedSince when the first attempt began; null before it
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
        @Nullable Instant triedSince) {}
