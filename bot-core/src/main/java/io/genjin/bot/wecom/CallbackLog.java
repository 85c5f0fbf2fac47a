package io.genjin.bot.wecom;

import io.genjin.bot.wecom.CallbackWatch.Refusals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code callback_watch}: what all nodes together saw of WeCom, readable by a separate process. */
@Component
public class CallbackLog {
    private static final Duration REFUSALS_KEPT = Duration.ofDays(90);

    private final JdbcTemplate jdbc;

    // Its own template: the shared one brings the migrations along, which the doctor only looks at.
    CallbackLog(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    /**
     * @param validAt when a callback or a URL check last was WeCom's own
     * @param mismatchAt when a request last came that our token or key does not fit
     * @param mismatch which: SIGNATURE (token), MALFORMED (key), CORP (corp id) or STALE (a clock)
     */
    public record Seen(
            Optional<Instant> validAt,
            Optional<Instant> mismatchAt,
            Optional<String> mismatch,
            Optional<Refusals> refused) {}

    public Seen read() {
        return jdbc
                .query(
                        "SELECT valid_at, mismatch_at, mismatch, refused_from, refused_until FROM callback_watch WHERE id = 1",
                        (row, i) -> seen(row))
                .stream()
                .findFirst()
                .orElseGet(() -> new Seen(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    void valid(Instant at) {
        jdbc.update(
                "UPDATE callback_watch SET valid_at = GREATEST(COALESCE(valid_at, ?), ?) WHERE id = 1",
                utc(at),
                utc(at));
    }

    /** Notes a span, or that one which is there lasted longer. */
    void refused(Refusals span) {
        jdbc.update(
                "UPDATE callback_watch SET refused_from = ?, refused_until = ? WHERE id = 1 AND (refused_until IS NULL OR refused_until < ?)",
                utc(span.from()),
                utc(span.until()),
                utc(span.until()));
        jdbc.update(
                "INSERT INTO callback_refusal (refused_from, refused_until) VALUES (?, ?) ON DUPLICATE KEY UPDATE"
                        + " refused_until = GREATEST(refused_until, VALUES(refused_until))",
                utc(span.from()),
                utc(span.until()));
        jdbc.update(
                "DELETE FROM callback_refusal WHERE refused_from < ?",
                utc(span.until().minus(REFUSALS_KEPT)));
    }

    /** The newest spans in which some node refused callbacks, the newest first, at most {@code limit}. */
    public List<Refusals> refusals(int limit) {
        return jdbc.query(
                "SELECT refused_from, refused_until FROM callback_refusal ORDER BY refused_until DESC LIMIT ?",
                (row, i) -> new Refusals(
                        instant(row, "refused_from").orElseThrow(),
                        instant(row, "refused_until").orElseThrow()),
                limit);
    }

    void mismatch(Instant at, String what) {
        jdbc.update("UPDATE callback_watch SET mismatch_at = ?, mismatch = ? WHERE id = 1", utc(at), what);
    }

    private static Seen seen(ResultSet row) throws SQLException {
        Optional<Instant> from = instant(row, "refused_from");
        Optional<Instant> until = instant(row, "refused_until");
        return new Seen(
                instant(row, "valid_at"),
                instant(row, "mismatch_at"),
                Optional.ofNullable(row.getString("mismatch")),
                from.flatMap(start -> until.map(end -> new Refusals(start, end))));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return at == null ? Optional.empty() : Optional.of(at.toInstant(ZoneOffset.UTC));
    }

    private static LocalDateTime utc(Instant instant) {
        // The engines round differently.
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }
}
