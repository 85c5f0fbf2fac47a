/**
 * Drafts: what the bot heard, folded into one card that the rep confirms with one tap. Heard messages, taps, texts and
 * timers start it. It may use chat's events, dialogue, outbox, inbox, members, cards, nlp and the CRM.
 */
@NullMarked
package io.genjin.bot.capture;

import org.jspecify.annotations.NullMarked;
