package io.genjin.bot.chat;

import io.genjin.crm.chat.ChatMessage;
import io.genjin.crm.chat.ChatThread;
import io.genjin.nlp.Analysis;

/**
 * A new message is in the record. Published in the transaction that keeps it.
 *
 * @param live false for what an archive brings so late that nobody needs a card for it any more
 */
public record MessageHeard(ChatThread thread, ChatMessage message, Analysis analysis, boolean live) {}
