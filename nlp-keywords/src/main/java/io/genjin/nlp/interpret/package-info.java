/**
 * The rules: from hits and words to intents, polarity, amounts, times, rivals and objections.
 * The analyzer starts it with messages that the screen has kept.
 * It may use the screen's hits, word boundaries and the bundled rule file; no I/O and no clock.
 */
@NullMarked
package io.genjin.nlp.interpret;

import org.jspecify.annotations.NullMarked;
