package io.genjin.crm.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class NextContactTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @Test
    void anHourIsOneInShanghai() {
        NextContact at = NextContact.at(DAY, LocalTime.of(15, 0));
        assertThat(at.at()).isEqualTo(Instant.parse("2026-11-24T07:00:00Z"));
        assertThat(at.day()).isEqualTo(DAY);
        assertThat(at.time()).contains(LocalTime.of(15, 0));
    }

    @Test
    void aDayWithoutAnHourStaysThatDayInShanghai() {
        NextContact on = NextContact.on(DAY);
        assertThat(on.at()).isEqualTo(Instant.parse("2026-11-23T16:00:00Z"));
        assertThat(on.day()).isEqualTo(DAY);
        assertThat(on.time()).isEmpty();
    }
}
