package io.genjin.bot.capture;

import io.genjin.crm.member.MemberId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which drafts a list shows; null means all. {@code since} is when a draft began. */
record DraftFilter(
        @Nullable DraftStatus status,
        @Nullable Set<MemberId> members,
        @Nullable Instant since) {}
