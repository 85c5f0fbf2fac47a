package io.genjin.bot.capture;

import io.genjin.bot.platform.BusinessTime;
import io.genjin.crm.lead.NextContact;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The drop-down 下次联系: the detected time first, else 明天 10:00 as a suggestion; never a past time. */
final class ContactChoices {
    static final String UNDECIDED = "none";
    /** Nothing was offered: the lead keeps what it has. */
    static final String KEPT = "kept";
    /** A drop-down has little room on a phone: 11/25 周三. */
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("M/d EEE", Locale.CHINA);

    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(15, 0);

    private ContactChoices() {}

    /** @param id {@code 2026-11-24T15:00}, {@code 2026-11-24}, or {@link #UNDECIDED} */
    record Choice(String id, String label) {}

    /** At most 7 choices, the first one selected. */
    static List<Choice> offer(@Nullable NextContact detected, Instant now) {
        Map<String, Choice> choices = new LinkedHashMap<>();
        LocalDate today = BusinessTime.dayOf(now);
        if (detected != null && !isPast(detected, now)) {
            add(choices, detected, "");
        } else {
            add(choices, NextContact.at(today.plusDays(1), MORNING), "建议 ");
        }
        NextContact thisAfternoon = NextContact.at(today, LocalTime.of(17, 0));
        if (thisAfternoon.at().isAfter(now.plusSeconds(1800))) {
            add(choices, thisAfternoon, "");
        }
        add(choices, NextContact.at(today.plusDays(1), MORNING), "");
        add(choices, NextContact.at(today.plusDays(1), AFTERNOON), "");
        add(choices, NextContact.at(today.plusDays(2), MORNING), "");
        add(choices, NextContact.at(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)), MORNING), "");
        choices.put(UNDECIDED, new Choice(UNDECIDED, "暂不定"));
        return List.copyOf(choices.values());
    }

    static boolean isPast(NextContact contact, Instant now) {
        return contact.hasTime() ? contact.at().isBefore(now) : contact.day().isBefore(BusinessTime.dayOf(now));
    }

    /** The chosen time; empty for 暂不定. @throws IllegalArgumentException when it is no choice of ours */
    static Optional<NextContact> read(String id) {
        if (id.equals(UNDECIDED)) {
            return Optional.empty();
        }
        try {
            if (id.length() == 10) {
                return Optional.of(NextContact.on(LocalDate.parse(id)));
            }
            LocalDateTime at = LocalDateTime.parse(id);
            return Optional.of(NextContact.at(at.toLocalDate(), at.toLocalTime()));
        } catch (DateTimeException invalid) {
            throw new IllegalArgumentException("下次联系时间不对", invalid);
        }
    }

    static String idOf(NextContact contact) {
        return contact.time().map(time -> contact.day() + "T" + time).orElseGet(() -> contact.day()
                .toString());
    }

    /** 11月24日 周二 15:00, or without the hour. */
    static String label(NextContact contact) {
        return contact.hasTime() ? BusinessTime.dayAndClock(contact.at()) : BusinessTime.day(contact.at());
    }

    private static void add(Map<String, Choice> choices, NextContact contact, String note) {
        // An absolute day: the card may be read after midnight, when 明天 would be another day.
        // An absolute day: the card may be read after midnight, when 明天 would be another day. 16 characters at most.
        String day = SHORT_DAY.format(contact.day());
        String label = (note.isEmpty() ? day : note + day.replace(" ", ""))
                + contact.time().map(time -> " " + time).orElse("");
        choices.putIfAbsent(idOf(contact), new Choice(idOf(contact), label));
    }
}
