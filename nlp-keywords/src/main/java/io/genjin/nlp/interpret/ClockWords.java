package io.genjin.nlp.interpret;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Words for an hour: 下午三点半, 14:00, 晚上8点. */
final class ClockWords {
    private static final String N = "(?:\\d{1,2}|[一二三四五六七八九十两]{1,3})";
    static final String PART = "凌晨|清早|清晨|一大早|一早|早上|早晨|上午|午前|中午|午后|下午|傍晚|晚上|夜里|晚间|早|晚";

    /** One expression for an hour after an optional part of the day. */
    static final String REGEX =
            "(?:(?<hour>" + N + ")(?:点钟|点|时(?!间|候|效|长|代|常))(?:(?<half>半)|(?<quarter>[一三]刻)|整|(?<minute>"
                    + "(?:[0-5]\\d|[一二三四五]?十[一二三四五六七八九]?|零[一二三四五六七八九]))分?)?"
                    + "|(?<colonHour>\\d{1,2}):(?<colonMinute>[0-5]\\d))";

    private ClockWords() {}

    /** The time of day; part may be null. Empty for 25点. */
    static Optional<LocalTime> resolve(Matcher m, @Nullable String part) {
        boolean colon = m.group("colonHour") != null;
        int hour = ChineseNumber.small(colon ? m.group("colonHour") : m.group("hour"))
                .orElse(99);
        int minute = colon ? Integer.parseInt(m.group("colonMinute")) : minute(m);
        hour = afternoon(hour, part);
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }

    private static int minute(Matcher m) {
        if (m.group("half") != null) {
            return 30;
        }
        if (m.group("quarter") != null) {
            return m.group("quarter").startsWith("一") ? 15 : 45;
        }
        String minute = m.group("minute");
        return minute == null ? 0 : ChineseNumber.small(minute).orElse(0);
    }

    private static int afternoon(int hour, @Nullable String part) {
        if (hour >= 12) {
            return hour;
        }
        if (part == null) {
            // Nobody meets at three in the night: 周三3点 is the afternoon.
            return hour >= 1 && hour <= 6 ? hour + 12 : hour;
        }
        return switch (part) {
            case "中午" -> hour <= 2 ? hour + 12 : hour;
            case "午后", "下午", "傍晚", "晚上", "夜里", "晚间", "晚" -> hour + 12;
            default -> hour;
        };
    }
}
