package io.genjin.cards;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What constructors ask of a value; each returns it checked, or names the field that is wrong. */
final class Checks {
    /** 1 to 64 letters, digits and {@code -_.@}, never starting with a sign: so it is never {@code @all} (errcode 40003). */
    private static final Pattern USER_ID = Pattern.compile("[0-9A-Za-z][0-9A-Za-z_.@-]{0,63}");

    private static final Pattern URL = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://\\S+");

    private Checks() {}

    static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new CardLimitException(field, "required");
        }
        return value;
    }

    /** Blank counts as absent: WeCom shows nothing for it, or refuses it. */
    static @Nullable String optional(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new CardLimitException(field, "required");
        }
        return value;
    }

    static String bytes(String field, @Nullable String value, int max) {
        var text = required(field, value);
        int length = utf8Length(text);
        if (length > max) {
            throw new CardLimitException(field, "at most " + max + " UTF-8 bytes, is " + length);
        }
        return text;
    }

    static String matching(String field, @Nullable String value, Pattern pattern, String rule) {
        var text = required(field, value);
        if (!pattern.matcher(text).matches()) {
            throw new CardLimitException(field, rule);
        }
        return text;
    }

    static String userId(String field, @Nullable String value) {
        return matching(field, value, USER_ID, "1 to 64 of [0-9A-Za-z_.@-], first a letter or digit");
    }

    static String url(String field, @Nullable String value) {
        return matching(field, value, URL, "an absolute URL with its scheme");
    }

    static String key(String field, @Nullable String value) {
        return bytes(field, value, Limits.KEY_BYTES);
    }

    static <T> List<T> size(String field, List<T> items, int min, int max) {
        if (items.size() < min || items.size() > max) {
            throw new CardLimitException(field, min + " to " + max + " items, has " + items.size());
        }
        return List.copyOf(items);
    }

    static void unique(String list, String key, List<String> values) {
        var seen = new HashSet<String>();
        for (int i = 0; i < values.size(); i++) {
            if (!seen.add(values.get(i))) {
                throw new CardLimitException(list + "[" + i + "]" + key, "unique in its list");
            }
        }
    }

    static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
