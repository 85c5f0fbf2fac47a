package io.genjin.nlp;

/**
 * One intent found in a message, with the reason for it.
 *
 * @param text the exact substring {@code [start, end)} of the message; for NEGATIVE it includes the refusing words
 * @param start index into the message's text, in UTF-16 units
 * @param end exclusive
 * @param rule the name of the lexicon list or rule that found it, for people who tune it
 * @param confidence 0 to 1; below about 0.7 the words alone do not settle it
 */
public record Signal(
        Intent intent, Polarity polarity, String text, int start, int end, String rule, double confidence) {
    public Signal {
        if (start < 0 || end <= start || text.length() != end - start) {
            throw new IllegalArgumentException("span " + start + ".." + end + " does not fit its text");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence + " is not in 0..1");
        }
    }
}
