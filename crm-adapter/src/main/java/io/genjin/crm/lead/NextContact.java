package io.genjin.crm.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When the customer is to be contacted next, said by people in Asia/Shanghai.
 *
 * @param at that moment; the beginning of the day in Asia/Shanghai when only a day was said
 * @param hasTime whether an hour was said
 */
public record NextContact(Instant at, boolean hasTime) {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    public NextContact {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Some time on that day in Asia/Shanghai. */
    public static NextContact on(LocalDate day) {
        return new NextContact(day.atStartOfDay(SHANGHAI).toInstant(), false);
    }

    /** That day and hour in Asia/Shanghai. */
    public static NextContact at(LocalDate day, LocalTime time) {
        return new NextContact(day.atTime(time).atZone(SHANGHAI).toInstant(), true);
    }

    /** The day in Asia/Shanghai. */
    public LocalDate day() {
        return at.atZone(SHANGHAI).toLocalDate();
    }

    /** The hour in Asia/Shanghai, when one was said. */
    public Optional<LocalTime> time() {
        return hasTime ? Optional.of(at.atZone(SHANGHAI).toLocalTime()) : Optional.empty();
    }
}
