package io.genjin.nlp;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The clauses of a message as it was written, to be quoted; a gap between Chinese words parts clauses, too. */
final class SaidClauses {
    private static final Pattern CLAUSE = Pattern.compile("[^,，。;；!！?？~～…\\n]+");
    private static final Pattern GAP = Pattern.compile("(?<=[\\p{IsHan}\\d万wk])[ ]+(?=[\\p{IsHan}\\d¥])");

    private SaidClauses() {}

    /** Each with its place in the text. */
    static List<MatchResult> in(String text) {
        // Gaps become commas of the same width, so that places still fit.
        StringBuilder spaced = new StringBuilder(text);
        Matcher gap = GAP.matcher(text);
        while (gap.find()) {
            spaced.setCharAt(gap.start(), '，');
        }
        return CLAUSE.matcher(spaced).results().toList();
    }
}
