package io.genjin.bot.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /sandbox/clock {"advance":"PT48H"}}: moves the clock and runs what fell due. Exists in profile sandbox only. */
@RestController
@Profile("sandbox")
class SandboxClock {
    private final MovableClock clock;
    private final Timers timers;
    private final List<Wakeable> sleepers;

    SandboxClock(MovableClock clock, Timers timers, List<Wakeable> sleepers) {
        this.clock = clock;
        this.timers = timers;
        this.sleepers = List.copyOf(sleepers);
    }

    record Advance(@Nullable String advance) {}

    @PostMapping("/sandbox/clock")
    ResponseEntity<Map<String, Object>> advance(@RequestBody Advance body) {
        Duration step;
        try {
            step = Duration.parse(String.valueOf(body.advance()));
            clock.advance(step);
        } catch (DateTimeParseException | IllegalArgumentException refused) {
            return ResponseEntity.badRequest()
                    .body(Map.of("detail", "advance: a positive ISO-8601 duration such as PT48H"));
        }
        timers.runDue();
        sleepers.forEach(Wakeable::wake);
        Instant now = clock.instant();
        return ResponseEntity.ok(Map.of("now", now.toString()));
    }
}
