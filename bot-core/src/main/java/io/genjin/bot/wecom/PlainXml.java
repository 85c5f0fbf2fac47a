package io.genjin.bot.wecom;

/**
 * Reads what WeCom in fact sends: elements without attributes, text, CDATA. A tenth of a parser's cost on the way in of
 * every callback; whatever has more to it (entities, declarations, comments, mistakes) is left to the parser.
 */
final class PlainXml {
    private static final String CDATA_START = "<![CDATA[";
    private static final String CDATA_END = "]]>";

    private final String xml;
    private final CallbackLeaves leaves;
    private final String[] open = new String[CallbackXml.MAX_DEPTH];
    private int depth;
    private int at;

    PlainXml(String xml, CallbackLeaves leaves) {
        this.xml = xml;
        this.leaves = leaves;
    }

    /** False when it is not that plain; then nothing that was gathered counts. */
    boolean run() {
        do {
            if (!next()) {
                return false;
            }
        } while (depth > 0);
        return at == xml.length();
    }

    private boolean next() {
        if (xml.startsWith("</", at)) {
            return close();
        }
        if (depth > 0 && xml.startsWith(CDATA_START, at)) {
            return cdata();
        }
        if (xml.startsWith("<", at)) {
            return start();
        }
        return depth > 0 && text();
    }

    private boolean start() {
        int end = xml.indexOf('>', at);
        if (end < 0 || depth == open.length || !isName(at + 1, end)) {
            return false;
        }
        String name = xml.substring(at + 1, end);
        open[depth++] = name;
        leaves.start(name);
        at = end + 1;
        return true;
    }

    private boolean close() {
        if (depth == 0) {
            return false;
        }
        String name = open[--depth];
        int end = at + 2 + name.length();
        if (!xml.startsWith(name, at + 2) || end >= xml.length() || xml.charAt(end) != '>') {
            return false;
        }
        leaves.end();
        at = end + 1;
        return true;
    }

    private boolean cdata() {
        int start = at + CDATA_START.length();
        int end = xml.indexOf(CDATA_END, start);
        return end >= 0 && take(start, end, false) && moveTo(end + CDATA_END.length());
    }

    private boolean text() {
        int end = xml.indexOf('<', at);
        return end >= 0 && take(at, end, true) && moveTo(end);
    }

    private boolean moveTo(int next) {
        at = next;
        return true;
    }

    private boolean take(int start, int end, boolean outsideCdata) {
        for (int i = start; i < end; i++) {
            char sign = xml.charAt(i);
            boolean odd = (sign < ' ' && sign != '\n' && sign != '\t') || sign >= '\ufffe';
            if (odd || (outsideCdata && (sign == '&' || sign == ']'))) {
                return false;
            }
        }
        leaves.text(xml.substring(start, end));
        return true;
    }

    private boolean isName(int start, int end) {
        for (int i = start; i < end; i++) {
            char sign = xml.charAt(i);
            boolean letter = (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || sign == '_';
            if (!letter && (i == start || sign < '0' || sign > '9')) {
                return false;
            }
        }
        return end > start;
    }
}
