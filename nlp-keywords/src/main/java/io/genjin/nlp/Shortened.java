package io.genjin.nlp;

/** Cuts a text to a length at a character boundary, with an ellipsis. */
final class Shortened {
    private Shortened() {}

    static String to(int length, String text) {
        if (text.length() <= length) {
            return text;
        }
        int end = length - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
