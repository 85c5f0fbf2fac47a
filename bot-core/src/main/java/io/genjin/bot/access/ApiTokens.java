package io.genjin.bot.access;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tokens of the open API: the first from {@code genjin.api.tokens}, later ones from the page. Only digests are kept. */
@Component
class ApiTokens {
    private final JdbcTemplate jdbc;
    private final InstantSource clock;
    private final Map<String, String> configured = new LinkedHashMap<>();

    ApiTokens(JdbcTemplate jdbc, InstantSource clock, @Value("${genjin.api.tokens:}") String tokens) {
        this.jdbc = jdbc;
        this.clock = clock;
        for (String pair : tokens.split("[,\\s]+")) {
            int equals = pair.indexOf('=');
            if (equals > 0 && equals < pair.length() - 1) {
                configured.put(Secrets.digest(pair.substring(equals + 1)), pair.substring(0, equals));
            } else if (!pair.isBlank()) {
                throw new IllegalArgumentException("genjin.api.tokens: expected name=token, separated by commas");
            }
        }
    }

    /** A token on the page; its secret is shown once and never again. */
    record Kept(String id, String name, Instant madeAt) {}

    Optional<String> nameOf(String token) {
        String digest = Secrets.digest(token);
        String name = configured.get(digest);
        if (name != null) {
            return Optional.of(name);
        }
        return jdbc.queryForList("SELECT name FROM api_token WHERE digest = ?", String.class, digest).stream()
                .findFirst();
    }

    /** Makes a token and returns its secret. */
    String make(String name) {
        String secret = Secrets.next() + Secrets.next();
        jdbc.update(
                "INSERT INTO api_token (digest, name, made_at) VALUES (?, ?, ?)",
                Secrets.digest(secret),
                name,
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        return secret;
    }

    List<Kept> kept() {
        return jdbc.query(
                "SELECT digest, name, made_at FROM api_token ORDER BY made_at",
                (row, i) -> new Kept(
                        row.getString("digest"),
                        row.getString("name"),
                        row.getObject("made_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)));
    }

    void remove(String id) {
        jdbc.update("DELETE FROM api_token WHERE digest = ?", id);
    }
}
