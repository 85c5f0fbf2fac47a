/**
 * What the people who run the bot need: parked entries and dead pushes with their ways out, the alarm when entries wait
 * for too long, and the taking away of old rows. Pages, the open API and timers start it; it may use inbox, outbox,
 * wecom, access and platform.
 */
@NullMarked
package io.genjin.bot.operations;

import org.jspecify.annotations.NullMarked;
