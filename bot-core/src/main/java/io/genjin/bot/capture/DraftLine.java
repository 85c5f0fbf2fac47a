package io.genjin.bot.capture;

import io.genjin.bot.platform.BusinessTime;
import io.genjin.crm.Yuan;
import io.genjin.crm.chat.SignalIntent;
import io.genjin.crm.lead.NextContact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One draft in the room of a check box: 华东快消 报价 12.8万. The name gives way first, since the rest is what the rep
 * decides by; of sum and day, the day is left out where both leave too little of the name.
 */
final class DraftLine {
    /** What a check box's line shows (doc 90236: 建议不超过 17 个字). */
    static final int ROOM = 17;

    private static final int LEAST_NAME = 4;
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.CHINA);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d");
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private DraftLine() {}

    /** At most {@link #ROOM} characters. */
    static String of(DraftContent content, String mark, Instant now) {
        String intents =
                content.wanted().stream().sorted().map(SignalIntent::label).collect(Collectors.joining());
        String amount = amount(content.amount());
        String day = day(content.nextContact(), now);
        String tail = tail(mark, intents.isEmpty() ? "跟进" : intents, amount, day);
        if (length(tail) + Math.min(LEAST_NAME, length(content.customerName())) > ROOM && !amount.isEmpty()) {
            tail = tail(mark, intents.isEmpty() ? "跟进" : intents, amount, "");
        }
        return cut(content.customerName(), ROOM - length(tail)) + tail;
    }

    private static String tail(String mark, String intents, String amount, String day) {
        return mark
                + Stream.of(intents, amount, day)
                        .filter(part -> !part.isEmpty())
                        .map(part -> " " + part)
                        .collect(Collectors.joining());
    }

    private static String amount(@Nullable Yuan amount) {
        return amount == null ? "" : Money.show(amount).replaceFirst("元$", "");
    }

    /** 周五15:00 within the week, else 12/5 15:00; never 明天, since the list may be read after midnight. */
    private static String day(@Nullable NextContact contact, Instant now) {
        if (contact == null || ContactChoices.isPast(contact, now)) {
            return "";
        }
        LocalDate today = BusinessTime.dayOf(now);
        boolean thisWeek = contact.day().isBefore(today.plusDays(7));
        String time = contact.time().map(at -> (thisWeek ? "" : " ") + at).orElse("");
        return (thisWeek ? WEEKDAY : DAY).format(contact.day()) + time;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Cut between what readers see as characters. */
    private static String cut(String name, int room) {
        if (length(name) <= room) {
            return name;
        }
        Matcher characters = CHARACTER.matcher(name);
        StringBuilder kept = new StringBuilder();
        while (characters.find() && length(kept + characters.group()) < room) {
            kept.append(characters.group());
        }
        return kept + "…";
    }
}
