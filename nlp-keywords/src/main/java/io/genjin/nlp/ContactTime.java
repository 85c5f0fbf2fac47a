package io.genjin.nlp;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When the two sides agreed or proposed to be in touch next, in Asia/Shanghai.
 *
 * @param time to the minute, or null when only the day or a part of it (周五上午) was said
 */
public record ContactTime(LocalDate date, @Nullable LocalTime time) {
    /** {@code 2026-01-15T14:00}, or {@code 2026-01-15} without an hour. */
    @Override
    public String toString() {
        return time == null ? date.toString() : date.atTime(time).toString();
    }
}
