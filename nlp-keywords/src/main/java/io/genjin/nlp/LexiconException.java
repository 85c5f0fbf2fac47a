package io.genjin.nlp;

/** A lexicon that can't be used. The message names the line and is fit for an administrator's page. */
public final class LexiconException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    LexiconException(int line, String reason) {
        super("line " + line + ": " + reason);
        this.line = line;
    }

    /** Line in the lexicon, counted from 1. */
    public int line() {
        return line;
    }
}
