package io.genjin.bot.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A push is out. Published in the transaction that notes it. */
public record PushDelivered(
        String cause, PushKind kind, @Nullable String taskId, boolean confirmed, Instant at) {}
