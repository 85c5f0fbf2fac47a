/**
 * Folds what a person typed into one spelling: width, case, traditional characters, gaps inside words, emoji tags.
 * The analyzer starts it with every message.
 * It may use HanLP's character table; it keeps a map back, so that quoted words are exactly what was written.
 */
@NullMarked
package io.genjin.nlp.normalise;

import org.jspecify.annotations.NullMarked;
