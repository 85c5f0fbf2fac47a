package io.genjin.crm.chat;

import java.time.Instant;
import java.util.List;

/** A message to keep; see {@link ChatMessage}. */
public record NewMessage(
        ThreadId threadId,
        String sourceKey,
        ChatSource source,
        Speaker speaker,
        String text,
        Instant sentAt,
        Instant receivedAt,
        List<FoundSignal> signals) {
    /** The longest source key, in characters. */
    public static final int SOURCE_KEY_LIMIT = 190;

    /** @throws IllegalArgumentException when the source key is empty, too long, or not ASCII */
    public NewMessage {
        if (sourceKey.isEmpty()
                || sourceKey.length() > SOURCE_KEY_LIMIT
                || !sourceKey.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException(
                    "a source key has 1 to " + SOURCE_KEY_LIMIT + " visible ASCII characters");
        }
        signals = List.copyOf(signals);
    }

    /** The message that this makes; nothing is stored. */
    public ChatMessage toMessage(MessageId id) {
        return new ChatMessage(id, threadId, sourceKey, source, speaker, text, sentAt, receivedAt, signals, null);
    }
}
