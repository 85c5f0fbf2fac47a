package io.genjin.bot.capture;

import static io.genjin.bot.capture.Cases.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.bot.capture.ContactChoices.Choice;
import io.genjin.crm.lead.NextContact;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactChoicesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void theDetectedTimeComesFirst() {
        NextContact friday = NextContact.at(TODAY.plusDays(4), LocalTime.of(15, 30));
        List<Choice> choices = ContactChoices.offer(friday, NOW);
        assertThat(choices.get(0)).isEqualTo(new Choice("2026-11-27T15:30", "11/27 周五 15:30"));
        assertThat(ContactChoices.read(choices.get(0).id())).contains(friday);
    }

    @Test
    void aDayWithoutAnHourStaysOne() {
        NextContact friday = NextContact.on(TODAY.plusDays(4));
        Choice first = ContactChoices.offer(friday, NOW).get(0);
        assertThat(first).isEqualTo(new Choice("2026-11-27", "11/27 周五"));
        assertThat(ContactChoices.read(first.id())).contains(friday);
    }

    @Test
    void tomorrowMorningIsSuggestedWhereNothingOrThePastWasSaid() {
        NextContact past = NextContact.at(TODAY, LocalTime.of(9, 0));
        for (NextContact detected : new NextContact[] {null, past}) {
            assertThat(ContactChoices.offer(detected, NOW).get(0))
                    .isEqualTo(new Choice("2026-11-24T10:00", "建议 11/24周二 10:00"));
        }
    }

    @Test
    void noChoiceIsPastOrDoubleAtAnyHour() {
        for (int hour = 0; hour < 24 * 8; hour++) {
            Instant now = NOW.plus(Duration.ofHours(hour));
            List<Choice> choices = ContactChoices.offer(NextContact.at(TODAY.plusDays(1), LocalTime.of(10, 0)), now);
            assertThat(choices).hasSizeBetween(4, 7);
            assertThat(choices.stream().map(Choice::id)).doesNotHaveDuplicates().endsWith(ContactChoices.UNDECIDED);
            assertThat(choices.stream().map(choice -> ContactChoices.read(choice.id())))
                    .allMatch(contact -> contact.isEmpty() || !ContactChoices.isPast(contact.get(), now));
        }
    }

    @Test
    void aForeignChoiceIsRefused() {
        for (String id : List.of("", "morgen", "2026-13-01", "2026-11-24T25:00", "2026-11-24 10:00")) {
            assertThatThrownBy(() -> ContactChoices.read(id)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
