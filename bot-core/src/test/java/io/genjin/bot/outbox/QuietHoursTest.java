package io.genjin.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTest {

    @ParameterizedTest
    @CsvSource({
        // over midnight
        "21:30-08:00, 2026-11-23T21:29:59, 2026-11-23T21:29:59",
        "21:30-08:00, 2026-11-23T21:30:00, 2026-11-24T08:00:00",
        "21:30-08:00, 2026-11-23T23:59:59, 2026-11-24T08:00:00",
        "21:30-08:00, 2026-11-24T00:00:00, 2026-11-24T08:00:00",
        "21:30-08:00, 2026-11-24T07:59:59, 2026-11-24T08:00:00",
        "21:30-08:00, 2026-11-24T08:00:00, 2026-11-24T08:00:00",
        "21:30-08:00, 2026-12-31T22:00:00, 2027-01-01T08:00:00",
        // within a day
        "12:00-13:30, 2026-11-23T12:00:00, 2026-11-23T13:30:00",
        "12:00-13:30, 2026-11-23T13:30:00, 2026-11-23T13:30:00",
        "12:00-13:30, 2026-11-23T11:59:59, 2026-11-23T11:59:59",
        // up to midnight
        "20:00-00:00, 2026-11-23T23:00:00, 2026-11-24T00:00:00",
        "20:00-00:00, 2026-11-24T00:00:00, 2026-11-24T00:00:00",
        // from midnight
        "00:00-07:00, 2026-11-24T00:00:00, 2026-11-24T07:00:00",
        // none
        "00:00-00:00, 2026-11-23T03:00:00, 2026-11-23T03:00:00",
        "09:00-09:00, 2026-11-23T09:00:00, 2026-11-23T09:00:00",
    })
    void nextMomentOfPeaceEndsWithTheSpan(String hours, LocalDateTime now, LocalDateTime next) {
        assertThat(QuietHours.parse(hours).next(shanghai(now))).isEqualTo(shanghai(next));
    }

    @Test
    void readsWhatItWrites() {
        assertThat(QuietHours.parse(QuietHours.parse("21：30 到 8:05").toString()))
                .isEqualTo(QuietHours.parse("21:30-08:05"));
        assertThat(QuietHours.parse(QuietHours.NONE.toString()).none()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "21:30", "25:00-08:00", "21:60-08:00", "21:30-08:00-09:00", "always"})
    void refusesWhatIsNoSpan(String text) {
        assertThatThrownBy(() -> QuietHours.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant shanghai(LocalDateTime time) {
        return time.atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
