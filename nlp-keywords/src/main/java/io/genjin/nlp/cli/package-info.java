/**
 * The command line that tries a lexicon on an exported chat log.
 * The main method of the CLI jar starts it.
 * It may use picocli, Jackson and the public types of io.genjin.nlp.
 */
@NullMarked
package io.genjin.nlp.cli;

import org.jspecify.annotations.NullMarked;
