package io.genjin.nlp.interpret;

import java.util.BitSet;

/** The clauses of a normal text. In chat a space or a line end often stands where a comma belongs. */
final class Clauses {
    /** No clause is read further than this to either side: it keeps the work linear in text without any break. */
    private static final int REACH = 60;

    private final String text;
    private final BitSet breaks = new BitSet();

    Clauses(String text) {
        this.text = text;
        for (int i = 0; i < text.length(); i++) {
            if (isBreak(i)) {
                breaks.set(i);
            }
        }
    }

    int startOf(int at) {
        return Math.max(previousBreak(at) + 1, at - REACH);
    }

    private int previousBreak(int at) {
        return at == 0 ? -1 : breaks.previousSetBit(at - 1);
    }

    int endOf(int at) {
        int end = breaks.nextSetBit(at);
        return Math.min(end < 0 ? text.length() : end, at + REACH);
    }

    /** The clause that holds the span, from the break before it to the break after it. */
    String around(int start, int end) {
        return text.substring(startOf(start), endOf(end));
    }

    /** The clause before the one that holds {@code at}; empty at the start of the text. */
    String before(int at) {
        int last = startOf(at) - 1;
        while (last > 0 && breaks.get(last)) {
            last--;
        }
        return last <= 0 ? "" : text.substring(startOf(last), last + 1);
    }

    /** The clause after the one that ends at {@code end}; empty at the end of the text. */
    String after(int end) {
        int next = breaks.nextClearBit(end);
        return next >= text.length() ? "" : text.substring(next, endOf(next));
    }

    private boolean isBreak(int i) {
        return switch (text.charAt(i)) {
            case ' ', '\n', ',', '。', '，', '!', '！', '?', '？', ';', '；', '~', '～', '…', '【', '】', '「', '」' ->
                !(text.charAt(i) == ',' && isDigit(i - 1) && isDigit(i + 1)) && !isSpaceInLatin(i);
            case '.' -> !(isDigit(i - 1) && isDigit(i + 1));
            default -> false;
        };
    }

    /** A space between two Latin words separates words, not clauses. */
    private boolean isSpaceInLatin(int i) {
        return text.charAt(i) == ' ' && isLatin(i - 1) && isLatin(i + 1);
    }

    private boolean isLatin(int i) {
        return i >= 0 && i < text.length() && text.charAt(i) >= 'a' && text.charAt(i) <= 'z';
    }

    private boolean isDigit(int i) {
        return i >= 0 && i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
}
