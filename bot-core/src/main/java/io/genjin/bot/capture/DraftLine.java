package io.genjin.bot.capture;

import io.genjin.bot.platform.BusinessTime;
import io.genjin.crm.Yuan;
import io.genjin.crm.chat.SignalIntent;
import io.genjin.crm.lead.NextContact;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One draft in the room of a check box: 华东快消 报价 12.8万 周五. Who it is must be readable, since every box is ticked
 * beforehand: first the hour gives way, then all intents but one, then the day, and the name is cut last.
 *
 * @param text at most {@link #ROOM} characters
 * @param showsDay whether the next contact can be read from it; what can't is not recorded by this card
 */
record DraftLine(String text, boolean showsDay) {
    /** What a check box's line shows (doc 90236: 建议不超过 17 个字). */
    static final int ROOM = 17;

    private static final int LEAST_NAME = 4;
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.CHINA);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d");
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    static DraftLine of(DraftContent content, String mark, Instant now) {
        List<String> labels =
                content.wanted().stream().sorted().map(SignalIntent::label).toList();
        String all = labels.isEmpty() ? "跟进" : String.join("", labels);
        String first = labels.isEmpty() ? "跟进" : labels.get(0) + (labels.size() > 1 ? "等" : "");
        String amount = amount(content.amount());
        NextContact contact = content.nextContact();
        boolean coming = contact != null && !ContactChoices.isPast(contact, now);
        String day = contact != null && coming ? day(contact, now) : "";
        String time = contact != null && coming ? time(contact, now) : "";
        String name = content.customerName();
        int least = Math.min(LEAST_NAME, length(name));
        for (String tail : List.of(
                tail(mark, all, amount, day + time), tail(mark, all, amount, day), tail(mark, first, amount, day))) {
            if (length(tail) + least <= ROOM) {
                return new DraftLine(cut(name, ROOM - length(tail)) + tail, coming);
            }
        }
        String tail = tail(mark, first, amount, "");
        tail = length(tail) + least <= ROOM ? tail : tail(mark, first, "", "");
        return new DraftLine(cut(name, ROOM - length(tail)) + tail, false);
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

    /** 周五 within the week, else 12/5; never 明天, since the list may be read after midnight. */
    private static String day(NextContact contact, Instant now) {
        return (thisWeek(contact, now) ? WEEKDAY : DAY).format(contact.day());
    }

    private static String time(NextContact contact, Instant now) {
        return contact.time()
                .map(at -> (thisWeek(contact, now) ? "" : " ") + at)
                .orElse("");
    }

    private static boolean thisWeek(NextContact contact, Instant now) {
        return contact.day().isBefore(BusinessTime.dayOf(now).plusDays(7));
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
