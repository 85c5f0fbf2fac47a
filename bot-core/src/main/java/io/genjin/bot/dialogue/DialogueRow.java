package io.genjin.bot.dialogue;

import io.genjin.crm.member.MemberId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question in the queue of a member; the oldest is the open one.
 *
 * @param askedAt null while it waits behind another
 * @param doubt a message of which the bot asked whether it is the answer
 */
record DialogueRow(
        String id,
        MemberId member,
        String topic,
        String about,
        String question,
        @Nullable Instant askedAt,
        @Nullable String doubt,
        @Nullable String doubtMsgId,
        @Nullable Instant doubtAt) {

    /** The message that the bot asked about and nobody has decided on. */
    Optional<Said> undecided() {
        return doubt == null || doubtMsgId == null || doubtAt == null
                ? Optional.empty()
                : Optional.of(new Said(doubtMsgId, doubt, doubtAt));
    }
}
