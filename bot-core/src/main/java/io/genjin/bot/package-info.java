/**
 * The application: callbacks in, conversations, pushes out, pages and the open API, one package per feature.
 * {@link io.genjin.bot.BotApplication} starts it. Features stand on {@code dialogue}, {@code outbox}, {@code inbox}
 * and {@code wecom}, those on {@code platform}; never the other way round.
 */
@NullMarked
package io.genjin.bot;

import org.jspecify.annotations.NullMarked;
