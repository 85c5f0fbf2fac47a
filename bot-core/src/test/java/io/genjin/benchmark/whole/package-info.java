/**
 * The whole bot, from the jar as it is delivered: how soon a customer's words are a card, how that changes with ten times
 * the history, what a second node brings, and how long a start takes.
 */
@NullMarked
package io.genjin.benchmark.whole;

import org.jspecify.annotations.NullMarked;
