package io.genjin.bot.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as people in Asia/Shanghai read and write them. */
public final class BusinessTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日 EEE", Locale.CHINA);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private BusinessTime() {}

    public static ZonedDateTime at(Instant instant) {
        return instant.atZone(ZONE);
    }

    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    public static Instant instant(LocalDate day, LocalTime time) {
        return LocalDateTime.of(day, time).atZone(ZONE).toInstant();
    }

    /** 14:32. */
    public static String clock(Instant instant) {
        return CLOCK.format(at(instant));
    }

    /** 11月24日 周二. */
    public static String day(Instant instant) {
        return DAY.format(at(instant));
    }

    /** 11月24日 周二 15:00. */
    public static String dayAndClock(Instant instant) {
        return day(instant) + " " + clock(instant);
    }
}
