package io.genjin.bot.chat;

import io.genjin.crm.chat.ChatMessage;

/** Its sender took a message back. Published in the transaction that marks it. */
public record MessageRecalled(ChatMessage message) {}
