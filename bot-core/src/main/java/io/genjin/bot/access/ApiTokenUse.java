package io.genjin.bot.access;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** When a token was last used: written at most once a minute for each, beside the calls and never in their way. */
@Component
class ApiTokenUse {
    private static final Logger log = LoggerFactory.getLogger(ApiTokenUse.class);
    private static final Duration BETWEEN_WRITES = Duration.ofMinutes(1);

    private final JdbcTemplate jdbc;
    /** Grows with the tokens that there are: a wrong one is never noted. */
    private final Map<String, Instant> written = new ConcurrentHashMap<>();

    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "api-token-use");
        thread.setDaemon(true);
        return thread;
    });

    ApiTokenUse(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void note(String id, Instant at) {
        Instant before = written.get(id);
        if (before == null || !at.isBefore(before.plus(BETWEEN_WRITES))) {
            written.put(id, at);
            writer.execute(() -> write(id, at));
        }
    }

    Map<String, Instant> all() {
        Map<String, Instant> uses = new HashMap<>();
        jdbc.query("SELECT digest, used_at FROM api_token_use", row -> {
            uses.put(
                    row.getString("digest"),
                    row.getObject("used_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
        });
        return uses;
    }

    private void write(String id, Instant at) {
        LocalDateTime utc = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        try {
            jdbc.update(
                    "INSERT INTO api_token_use (digest, used_at) VALUES (?, ?)"
                            + " ON DUPLICATE KEY UPDATE used_at = GREATEST(used_at, VALUES(used_at))",
                    id,
                    utc);
        } catch (RuntimeException databaseAway) {
            // The next use after a minute is written again.
            log.debug("a token's use was not written", databaseAway);
        }
    }

    @PreDestroy
    void stop() {
        writer.shutdown();
    }
}
