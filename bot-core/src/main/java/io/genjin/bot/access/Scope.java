package io.genjin.bot.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a token of the open API may be used for. */
public enum Scope {
    READ("读取"),
    CHAT("推送聊天"),
    WRITE("新建和修改"),
    OPERATIONS("运维");

    private final String label;

    Scope(String label) {
        this.label = label;
    }

    /** On screens. */
    public String label() {
        return label;
    }

    /** In settings and answers, for example {@code read}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@code read+chat}. @throws IllegalArgumentException when a word is none of ours, or there is none */
    static Set<Scope> read(String words) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : words.split("\\+", -1)) {
            scopes.add(Stream.of(values())
                    .filter(scope -> scope.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such scope")));
        }
        return scopes;
    }

    static String words(Set<Scope> scopes) {
        return Stream.of(values()).filter(scopes::contains).map(Scope::word).collect(Collectors.joining("+"));
    }
}
