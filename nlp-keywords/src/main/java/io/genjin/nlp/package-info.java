/**
 * Chat text to signals: what a customer's or a rep's words ask for, refuse, cost and schedule.
 * Everything starts with {@link io.genjin.nlp.Analyzer#analyze}; lexicons come in through {@link io.genjin.nlp.Lexicon}.
 * It may use HanLP, SnakeYAML and its own sub-packages; no I/O beyond reading a lexicon, and no clock.
 */
@NullMarked
package io.genjin.nlp;

import org.jspecify.annotations.NullMarked;
