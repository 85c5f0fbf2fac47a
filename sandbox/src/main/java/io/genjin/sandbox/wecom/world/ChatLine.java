package io.genjin.sandbox.wecom.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One line in a member's chat with the application or in a group.
 *
 * @param from {@code app}, a robot's name or a userid
 * @param body the content by type
 * @param message the application's message behind it, which may change later; null for what a person typed and in groups
 */
public record ChatLine(
        String msgId,
        Instant at,
        String from,
        String type,
        JsonNode body,
        @Nullable AppMessage message) {}
