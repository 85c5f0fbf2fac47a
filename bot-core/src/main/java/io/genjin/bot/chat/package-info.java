/**
 * What customers and reps say to each other, from every source through one door: texts that a member gives the bot,
 * 微信客服, and the open API. Inbox entries start it. It may use dialogue, inbox, wecom, members, customers and nlp.
 */
@NullMarked
package io.genjin.bot.chat;

import org.jspecify.annotations.NullMarked;
