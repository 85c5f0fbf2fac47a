package io.genjin.cards;

import java.util.regex.Pattern;

/**
 * Pieces of text and markdown content. WeCom documents no escape of its own, and whether it decodes entities differs
 * by message type, so words of others have their signs replaced by full-width ones: they read the same and mean
 * nothing to WeCom.
 */
public final class WeComText {
    private static final String SIGNS = "<>[]*`&";
    private static final String SIGNS_V2 = SIGNS + "_|~\\";
    /** Full-width forms stand in the same order as ASCII, this far above it. */
    private static final int FULL_WIDTH = 0xFEE0;

    private static final Pattern LEADING_HASH = Pattern.compile("(?m)^([ \\t]*)(#+)");
    /** A list, a numbered list or a rule at the start of a line of markdown_v2. */
    private static final Pattern LEADING_MARK = Pattern.compile("^\\s*(?:[-+=]|\\d+[.)]\\s)");

    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*\\R\\s*");
    private static final Pattern EVERYONE = Pattern.compile("<\\s*@\\s*all\\s*>", Pattern.CASE_INSENSITIVE);

    private WeComText() {}

    /**
     * Somebody else's words, safe inside text, markdown and the description of a text card: no link, tag, mention
     * ({@code <@all>} among them), heading or quote survives. Line breaks stay. Card fields are plain text and need
     * none of this.
     */
    public static String escape(String words) {
        return LEADING_HASH
                .matcher(widened(words, SIGNS))
                .replaceAll(hash -> hash.group(1) + "＃".repeat(hash.group(2).length()));
    }

    /** As {@link #escape}, on one line: for a heading, a quote or a link's label. */
    public static String escapeLine(String words) {
        return escape(oneLine(words));
    }

    /** Safe inside a robot's markdown_v2, a table's cell included; always one line. */
    public static String escapeV2(String words) {
        var line = widened(oneLine(words), SIGNS_V2);
        var marked = LEADING_MARK.matcher(line).find() || line.startsWith("#");
        // A zero-width space keeps a leading mark from starting a list, a rule or a heading, and shows nothing.
        return marked ? "\u200B" + line : line;
    }

    /** Mentions a member; works in appchat text and in a robot's text and markdown. */
    public static String mention(String userId) {
        return "<@" + Checks.userId("mention", userId) + ">";
    }

    /** A link for {@link Text}; the label is escaped. */
    public static String link(String label, String url) {
        return "<a href=\"" + attribute(Checks.url("a.href", url)) + "\">" + escapeLine(label) + "</a>";
    }

    /** A link for {@link Markdown} and a robot's markdown; the label is escaped. */
    public static String markdownLink(String label, String url) {
        var safe = attribute(Checks.url("link.url", url)).replace("(", "%28").replace(")", "%29");
        return "[" + escapeLine(label) + "](" + safe + ")";
    }

    /** Mentioning a whole group must be asked for by name, never come in with content. */
    static String withoutEveryone(String field, String content) {
        if (EVERYONE.matcher(content).find()) {
            throw new CardLimitException(field, "no mention of everyone inside content");
        }
        return content;
    }

    private static String attribute(String url) {
        return url.replace("\"", "%22").replace("<", "%3C").replace(">", "%3E");
    }

    private static String oneLine(String words) {
        return LINE_BREAKS.matcher(words).replaceAll(" ").strip();
    }

    private static String widened(String words, String signs) {
        var safe = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            safe.append(signs.indexOf(c) < 0 ? c : (char) (c + FULL_WIDTH));
        }
        return safe.toString();
    }
}
