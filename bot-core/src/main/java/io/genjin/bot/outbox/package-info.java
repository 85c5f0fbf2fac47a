/**
 * Keeps each push with its cause, sends it in order per recipient and lane below WeCom's limits, and gives up visibly.
 * A commit or a slow poll starts it. It may use wecom, platform, cards and the members of crm-adapter.
 */
@NullMarked
package io.genjin.bot.outbox;

import org.jspecify.annotations.NullMarked;
