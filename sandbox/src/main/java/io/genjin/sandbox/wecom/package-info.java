/**
 * The WeCom simulator: start one, take its phones in hand, make it misbehave, read what it saw. Started by the sandbox's
 * command line and by tests. May use its own sub-packages and Undertow; nothing of the bot.
 */
@NullMarked
package io.genjin.sandbox.wecom;

import org.jspecify.annotations.NullMarked;
