package io.genjin.bot.chat;

import java.time.Instant;

/**
 * One line of kf/sync_msg (doc 94670), as the inbox keeps it; absent texts are empty.
 *
 * @param origin 3 customer, 4 system, 5 servicer
 * @param event the event's type for origin 4, such as user_recall_msg
 * @param recalledMsgId what user_recall_msg takes back
 */
record KfMessage(
        String openKfId,
        String msgId,
        String externalUserId,
        int origin,
        String servicerUserId,
        String msgType,
        String text,
        String event,
        String recalledMsgId,
        Instant sentAt) {}
