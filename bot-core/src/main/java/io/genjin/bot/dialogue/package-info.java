/**
 * What a member types to the bot, and where it goes: a command, the answer to the one open question, or a feature that
 * listens. An inbox entry starts it. It may use inbox, outbox, wecom, platform and members.
 */
@NullMarked
package io.genjin.bot.dialogue;

import org.jspecify.annotations.NullMarked;
