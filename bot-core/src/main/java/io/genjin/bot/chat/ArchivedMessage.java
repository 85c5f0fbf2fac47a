package io.genjin.bot.chat;

import java.time.Instant;

/**
 * One element of POST /api/v1/chat-messages, as the inbox keeps it.
 *
 * @param fromCustomer whether the customer's contact wrote it, else the rep
 * @param customerId the customer's id in the archive; empty on a rep's message
 * @param customerName how the archive calls them; may be empty
 */
record ArchivedMessage(
        String msgId,
        String conversationId,
        boolean fromCustomer,
        String customerId,
        String customerName,
        String repUserId,
        Instant sentAt,
        String text) {}
