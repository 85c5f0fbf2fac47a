/**
 * Wiring only: the clock, timers, Redis and what runs after a commit. Started by Spring; no business word appears here.
 * May use Spring, db-scheduler and Redisson, and nothing else of ours.
 */
@NullMarked
package io.genjin.bot.platform;

import org.jspecify.annotations.NullMarked;
