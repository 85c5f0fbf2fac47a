/**
 * One Aho-Corasick pass over a message that tells whether anything in it is worth reading, and what.
 * The analyzer starts it with every normalised message.
 * It may use HanLP's automaton and nothing else, since most messages end here.
 */
@NullMarked
package io.genjin.nlp.screen;

import org.jspecify.annotations.NullMarked;
