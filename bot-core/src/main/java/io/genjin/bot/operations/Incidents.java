package io.genjin.bot.operations;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code operations_incident}: whether people were told that entries wait for too long. */
@Component
class Incidents {
    private static final String QUEUE_AGE = "queue-age";

    private final JdbcTemplate jdbc;

    Incidents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins an incident; false when one is open. */
    boolean open(Instant now) {
        return jdbc.update(
                        "UPDATE operations_incident SET since = ? WHERE name = ? AND since IS NULL",
                        LocalDateTime.ofInstant(now, ZoneOffset.UTC),
                        QUEUE_AGE)
                == 1;
    }

    /** Ends the open incident; since when it was open, empty when none was. Joins the caller's transaction. */
    Optional<Instant> close() {
        List<LocalDateTime> since = jdbc.queryForList(
                "SELECT since FROM operations_incident WHERE name = ? AND since IS NOT NULL FOR UPDATE",
                LocalDateTime.class,
                QUEUE_AGE);
        if (since.isEmpty()) {
            return Optional.empty();
        }
        jdbc.update("UPDATE operations_incident SET since = NULL WHERE name = ?", QUEUE_AGE);
        return Optional.of(since.get(0).toInstant(ZoneOffset.UTC));
    }
}
