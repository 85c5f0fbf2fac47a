/**
 * Keeps each callback once, then hands it to the handler that wants it: exactly one effect, whatever dies. A commit or a
 * slow poll starts it. It may use platform only; features reach it by implementing {@link InboxHandler}.
 */
@NullMarked
package io.genjin.bot.inbox;

import org.jspecify.annotations.NullMarked;
