package io.genjin.cards;

import java.util.ArrayDeque;
import java.util.regex.Pattern;

/**
 * Shortens text with a final {@code …} without breaking what a reader sees as one character: surrogate pairs, letters
 * with combining marks, joined emoji.
 */
final class Cut {
    private static final String ELLIPSIS = "…";
    private static final int ELLIPSIS_BYTES = 3;

    private static final Pattern CHARACTER = Pattern.compile("\\X");

    /**
     * What must stay whole in text and markdown: a tag, a mention, a link with its address, an entity, a bold mark; else
     * one visible character. The bounds keep hostile text from costing more than linear time.
     */
    private static final Pattern PIECE = Pattern.compile("<(/?)(a|font|div)\\b[^<>]{0,2100}+>|<br ?/?>|<@[^<>]{1,64}+>"
            + "|\\[[^\\]\\n]{0,512}+]\\([^)\\n]{1,2100}+\\)|&#?[0-9A-Za-z]{1,8}+;|\\*\\*|\\X");

    private Cut() {}

    /** One 字 is one code point; a joined emoji counts as several, which errs on the short side. */
    static String toChars(String text, int max) {
        if (text.codePointCount(0, text.length()) <= max) {
            return text;
        }
        var characters = CHARACTER.matcher(text);
        int end = 0;
        int used = 1;
        while (characters.find()) {
            used += text.codePointCount(characters.start(), characters.end());
            if (used > max) {
                break;
            }
            end = characters.end();
        }
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    /** Also closes the {@code <a>}, {@code <font>} and {@code <div>} elements that the cut left open. */
    static String toBytes(String text, int max) {
        if (Checks.utf8Length(text) <= max) {
            return text;
        }
        var pieces = PIECE.matcher(text);
        var open = new ArrayDeque<String>();
        int used = ELLIPSIS_BYTES;
        int end = 0;
        String closing = "";
        while (pieces.find()) {
            used += Checks.utf8Length(pieces.group());
            if (used > max) {
                break;
            }
            if (pieces.group(2) != null) {
                var close = "</" + pieces.group(2) + ">";
                if (pieces.group(1).isEmpty()) {
                    open.push(close);
                } else if (close.equals(open.peek())) {
                    open.pop();
                }
            }
            var closers = String.join("", open);
            if (used + closers.length() <= max) {
                end = pieces.end();
                closing = closers;
            }
        }
        return text.substring(0, end).stripTrailing() + ELLIPSIS + closing;
    }
}
