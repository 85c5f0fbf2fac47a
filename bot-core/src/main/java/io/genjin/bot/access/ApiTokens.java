package io.genjin.bot.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tokens of the open API: those of the configuration, and those made on the page, of which only digests are kept. */
@Component
class ApiTokens {
    private final JdbcTemplate jdbc;
    private final InstantSource clock;
    private final ConfiguredTokens configured;
    private final ApiTokenUse use;

    ApiTokens(JdbcTemplate jdbc, InstantSource clock, ConfiguredTokens configured, ApiTokenUse use) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.configured = configured;
        this.use = use;
    }

    /** Whose secret this is. Noted as a use. */
    Optional<ApiToken> find(String secret) {
        String digest = Secrets.digest(secret);
        Optional<ApiToken> found = Optional.ofNullable(configured.find(digest)).or(() -> jdbc
                .query(
                        "SELECT digest, name, scopes, made_at FROM api_token WHERE digest = ?",
                        (row, i) -> token(row),
                        digest)
                .stream()
                .findFirst());
        found.ifPresent(token -> use.note(token.id(), clock.instant()));
        return found;
    }

    /** Makes a token and returns its secret. */
    String make(String name, Set<Scope> scopes) {
        String secret = Secrets.next() + Secrets.next();
        jdbc.update(
                "INSERT INTO api_token (digest, name, scopes, made_at) VALUES (?, ?, ?, ?)",
                Secrets.digest(secret),
                name,
                Scope.words(scopes),
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        return secret;
    }

    /** All, with their last use: first those of the configuration, then by age. */
    List<ApiToken> all() {
        Map<String, Instant> lastUses = use.all();
        List<ApiToken> made = jdbc.query(
                "SELECT digest, name, scopes, made_at FROM api_token ORDER BY made_at", (row, i) -> token(row));
        return Stream.concat(configured.all().stream(), made.stream())
                .map(token -> token.used(lastUses.get(token.id())))
                .toList();
    }

    void remove(String id) {
        jdbc.update("DELETE FROM api_token WHERE digest = ?", id);
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getString("digest"),
                row.getString("name"),
                Scope.read(row.getString("scopes")),
                row.getObject("made_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                null);
    }
}
