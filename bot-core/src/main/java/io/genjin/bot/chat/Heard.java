package io.genjin.bot.chat;

import io.genjin.crm.chat.ChatSource;
import io.genjin.crm.chat.Speaker;
import io.genjin.crm.chat.ThreadParties;
import java.time.Instant;

/** Words from any source, on their way into the record. */
record Heard(
        ThreadParties parties, String sourceKey, ChatSource source, Speaker speaker, String text, Instant sentAt) {}
