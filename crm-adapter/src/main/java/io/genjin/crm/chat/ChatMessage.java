package io.genjin.crm.chat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of a conversation.
 *
 * @param sourceKey what its source calls it, unique among all: {@code kf:…}, {@code archive:…}, {@code member:…}
 * @param recalledAt when its sender took it back; its words then count for nothing
 */
public record ChatMessage(
        MessageId id,
        ThreadId threadId,
        String sourceKey,
        ChatSource source,
        Speaker speaker,
        String text,
        Instant sentAt,
        Instant receivedAt,
        List<FoundSignal> signals,
        @Nullable Instant recalledAt) {
    public ChatMessage {
        sentAt = sentAt.truncatedTo(ChronoUnit.MILLIS);
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
        signals = List.copyOf(signals);
    }
}
