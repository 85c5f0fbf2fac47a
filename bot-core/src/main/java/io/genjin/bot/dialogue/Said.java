package io.genjin.bot.dialogue;

import java.time.Instant;

/** What a member typed. {@code msgId} is WeCom's own and names it for good. */
public record Said(String msgId, String text, Instant at) {}
