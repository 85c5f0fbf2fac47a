/**
 * Where the words of a message begin and end.
 * The intent rules start it, only on messages that the screen has kept.
 * It may use HanLP's segmenter, without entity recognition.
 */
@NullMarked
package io.genjin.nlp.segment;

import org.jspecify.annotations.NullMarked;
