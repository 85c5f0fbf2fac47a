package io.genjin.nlp.interpret;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Words for a day, resolved against the day a message was sent. */
final class DayWords {
    private static final String N = "(?:\\d{1,2}|[一二三四五六七八九十两]{1,3})";

    /** One expression for a day; groups tell the kinds apart. */
    static final String REGEX = "(?:(?<near>大后天|后天|后日|明天|明日|明早|明晚|明儿|今天|今日|今晚|今早|今儿)"
            + "|(?<week>下下|下|这|本)?个?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天](?![个年月期报刊度])|(?<=[这本下]周)末|[1-6](?![\\d个年天月期点:]))"
            + "|(?:(?<year>20\\d\\d)年)?(?<month>" + N + ")月(?:份)?(?:(?<day>" + N + ")[号日]?(?![\\d点:])|(?<end>[底末]))"
            + "|(?<slashYear>20\\d\\d)[-/.](?<slashMonth>\\d{1,2})[-/.](?<slashDay>\\d{1,2})(?!\\d)"
            + "|(?<![\\d/.])(?<slashedMonth>1[0-2]|0?[1-9])/(?<slashedDay>3[01]|[12]\\d|0?[1-9])(?=[ ]?(?:"
            + ClockWords.PART
            + "|(?:周|星期)[一二三四五六日天]|\\d{1,2}[:点]|[前去来见约到交会]))"
            + "|(?<rel>下下|下|这|本)个?月(?:(?<relDay>" + N + ")[号日]?(?![\\d点:])|(?<relEnd>[底末]))"
            + "|(?<monthEnd>月[底末])"
            + "|(?<only>(?<![\\d一二三四五六七八九十月.a-z第])" + N + ")[号日](?![楼线店院库机仓门房桌台码位厂馆车会字商坑])"
            + "|(?:(?<days>" + N + ")(?<dayUnit>天|个?(?:周|星期|礼拜)|个月)(?:后|之后|以后|内)))";

    private DayWords() {}

    /** The day, or empty if it is past or no day at all (2月30号). */
    static Optional<LocalDate> resolve(Matcher m, LocalDate sent) {
        try {
            LocalDate day = day(m, sent);
            return day == null || day.isBefore(sent) ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static @Nullable LocalDate day(Matcher m, LocalDate sent) {
        if (m.group("near") != null) {
            return sent.plusDays(near(m.group("near")));
        }
        if (m.group("weekday") != null) {
            return weekday(m.group("week"), m.group("weekday").charAt(0), sent);
        }
        if (m.group("month") != null) {
            return ofMonth(m, sent);
        }
        if (m.group("slashYear") != null) {
            return LocalDate.of(number(m, "slashYear"), number(m, "slashMonth"), number(m, "slashDay"));
        }
        if (m.group("slashedMonth") != null) {
            return inTheYearMeant(
                    LocalDate.of(sent.getYear(), number(m, "slashedMonth"), number(m, "slashedDay")), sent);
        }
        if (m.group("rel") != null) {
            YearMonth month = YearMonth.from(sent).plusMonths(weeksAhead(m.group("rel")));
            return m.group("relEnd") != null ? month.atEndOfMonth() : month.atDay(number(m, "relDay"));
        }
        if (m.group("monthEnd") != null) {
            return sent.with(TemporalAdjusters.lastDayOfMonth());
        }
        if (m.group("only") != null) {
            LocalDate here = sent.withDayOfMonth(1).plusDays(number(m, "only") - 1L);
            return here.isBefore(sent)
                    ? YearMonth.from(sent).plusMonths(1).atDay(number(m, "only"))
                    : YearMonth.from(sent).atDay(number(m, "only"));
        }
        int count = number(m, "days");
        return switch (m.group("dayUnit")) {
            case "天" -> sent.plusDays(count);
            case "个月" -> sent.plusMonths(count);
            default -> sent.plusWeeks(count);
        };
    }

    private static int near(String word) {
        return word.startsWith("大后") ? 3 : word.startsWith("后") ? 2 : word.startsWith("明") ? 1 : 0;
    }

    private static LocalDate weekday(@Nullable String week, char day, LocalDate sent) {
        int index = "一二三四五六".indexOf(day) >= 0 ? "一二三四五六".indexOf(day) + 1 : day >= '1' && day <= '6' ? day - '0' : 7;
        // 周末 has no day of its own; Saturday is when it starts.
        DayOfWeek of = day == '末' ? DayOfWeek.SATURDAY : DayOfWeek.of(index);
        LocalDate monday = sent.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate named = monday.with(TemporalAdjusters.nextOrSame(of)).plusWeeks(week == null ? 0 : weeksAhead(week));
        // 周一 said on a Thursday can only be the coming one; 这周一 said then is past.
        return week == null && named.isBefore(sent) ? named.plusWeeks(1) : named;
    }

    private static int weeksAhead(String word) {
        return word.equals("下下") ? 2 : word.equals("下") ? 1 : 0;
    }

    private static LocalDate ofMonth(Matcher m, LocalDate sent) {
        int year = m.group("year") == null ? sent.getYear() : number(m, "year");
        YearMonth month = YearMonth.of(year, number(m, "month"));
        LocalDate day = m.group("end") != null ? month.atEndOfMonth() : month.atDay(number(m, "day"));
        return m.group("year") == null ? inTheYearMeant(day, sent) : day;
    }

    /** In November 1月5号 is next January; in June 3月5号 is past. */
    private static LocalDate inTheYearMeant(LocalDate day, LocalDate sent) {
        return day.isBefore(sent.minusMonths(6)) ? day.plusYears(1) : day;
    }

    private static int number(Matcher m, String group) {
        return ChineseNumber.small(m.group(group)).orElseThrow(() -> new DateTimeException(group));
    }
}
