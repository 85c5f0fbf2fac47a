package io.genjin.bot.access;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * {@code genjin.api.tokens}: {@code name=token} with every scope or {@code name=token:read+chat} with some, separated by
 * commas. A token of the configuration is revoked by taking it out there.
 */
@Component
class ConfiguredTokens {
    private static final String EXPECTED =
            "genjin.api.tokens: expected name=token or name=token:read+chat+write+operations, separated by commas";

    private final Map<String, ApiToken> tokens = new LinkedHashMap<>();

    ConfiguredTokens(@Value("${genjin.api.tokens:}") String pairs) {
        for (String pair : pairs.split("[,\\s]+")) {
            if (!pair.isBlank()) {
                ApiToken token = token(pair);
                tokens.put(token.id(), token);
            }
        }
    }

    @Nullable
    ApiToken find(String digest) {
        return tokens.get(digest);
    }

    List<ApiToken> all() {
        return List.copyOf(tokens.values());
    }

    private static ApiToken token(String pair) {
        int equals = pair.indexOf('=');
        int colon = pair.lastIndexOf(':');
        int end = colon > equals ? colon : pair.length();
        if (equals < 1 || end <= equals + 1) {
            throw new IllegalArgumentException(EXPECTED);
        }
        return new ApiToken(
                Secrets.digest(pair.substring(equals + 1, end)),
                pair.substring(0, equals),
                end == pair.length() ? EnumSet.allOf(Scope.class) : scopes(pair.substring(end + 1)),
                null,
                null);
    }

    private static Set<Scope> scopes(String words) {
        try {
            return Scope.read(words);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(EXPECTED, unknown);
        }
    }
}
