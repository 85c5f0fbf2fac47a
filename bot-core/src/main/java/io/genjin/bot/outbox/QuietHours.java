package io.genjin.bot.outbox;

import io.genjin.bot.platform.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A daily span in Asia/Shanghai in which a member is left alone; it may run over midnight. Both ends equal: none.
 */
public record QuietHours(LocalTime from, LocalTime until) {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,2})[:：](\\d{2})\\s*[-–—~至到]\\s*(\\d{1,2})[:：](\\d{2})");
    public static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /**
     * Reads {@code 21:30-08:00}.
     *
     * @throws IllegalArgumentException when it is no such span
     */
    public static QuietHours parse(String text) {
        Matcher span = SPAN.matcher(text.strip());
        if (!span.matches()) {
            throw new IllegalArgumentException("quiet hours: expected something like 21:30-08:00");
        }
        try {
            return new QuietHours(
                    LocalTime.of(Integer.parseInt(span.group(1)), Integer.parseInt(span.group(2))),
                    LocalTime.of(Integer.parseInt(span.group(3)), Integer.parseInt(span.group(4))));
        } catch (java.time.DateTimeException invalid) {
            throw new IllegalArgumentException("quiet hours: no such time of day", invalid);
        }
    }

    /** When the member may be addressed: {@code now}, or the end of the quiet hours it falls into. */
    Instant next(Instant now) {
        LocalDate day = BusinessTime.dayOf(now);
        LocalTime time = BusinessTime.at(now).toLocalTime();
        boolean overnight = from.isAfter(until);
        boolean quiet =
                overnight ? !time.isBefore(from) || time.isBefore(until) : !time.isBefore(from) && time.isBefore(until);
        if (!quiet) {
            return now;
        }
        boolean endsTomorrow = overnight && !time.isBefore(from);
        return BusinessTime.instant(endsTomorrow ? day.plusDays(1) : day, until);
    }

    public boolean none() {
        return from.equals(until);
    }

    @Override
    public String toString() {
        return from + "-" + until;
    }
}
