/** The application that the bot's start is held against; packed into a jar with the bot's libraries. */
@NullMarked
package io.genjin.benchmark.whole.bare;

import org.jspecify.annotations.NullMarked;
