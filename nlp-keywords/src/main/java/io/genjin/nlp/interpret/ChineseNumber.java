package io.genjin.nlp.interpret;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads 三万六, 贰拾叁万, 42万8, 12.8w, 1.5k, 58,000.00: exact values, never doubles. */
final class ChineseNumber {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String FORMAL = "〇壹贰叁肆伍陆柒捌玖";

    private ChineseNumber() {}

    /** Characters a Chinese numeral may hold, for use inside a regex class. */
    static final String CHARS = "零一二三四五六七八九十百千万亿两〇壹贰叁肆伍陆柒捌玖拾佰仟萬";

    /** The value, or empty if the characters make no number. */
    static Optional<BigDecimal> parse(String numeral) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal section = BigDecimal.ZERO;
        BigDecimal current = null;
        BigDecimal lastUnit = BigDecimal.ONE;
        boolean zero = false;
        for (int i = 0; i < numeral.length(); i++) {
            char c = numeral.charAt(i);
            // 1.2个亿: the measure word says nothing.
            if (c == ',' || c == '个') {
                continue;
            }
            if (isArabic(c)) {
                int end = i;
                while (end < numeral.length()
                        && (isArabic(numeral.charAt(end)) || ".,".indexOf(numeral.charAt(end)) >= 0)) {
                    end++;
                }
                current = new BigDecimal(numeral.substring(i, end).replace(",", ""));
                i = end - 1;
                continue;
            }
            int digit = digit(c);
            if (digit >= 0) {
                zero |= digit == 0;
                // 二三: of two digits in a row the speaker means up to the latter.
                current = BigDecimal.valueOf(digit);
                continue;
            }
            BigDecimal unit = unit(c);
            if (unit == null) {
                return Optional.empty();
            }
            if (unit.compareTo(BigDecimal.valueOf(10_000)) >= 0) {
                BigDecimal part = section.add(current == null ? BigDecimal.ZERO : current);
                total = total.add(part.signum() == 0 ? BigDecimal.ZERO : part.multiply(unit));
                if (part.signum() == 0) {
                    return Optional.empty();
                }
                section = BigDecimal.ZERO;
            } else {
                section = section.add((current == null ? BigDecimal.ONE : current).multiply(unit));
            }
            current = null;
            lastUnit = unit;
            zero = false;
        }
        if (current != null) {
            // 三万六 is 36,000 and 42万8 is 428,000, but 三万零六 is 30,006 and 42万8500 is 428,500.
            boolean tail = !zero && lastUnit.compareTo(BigDecimal.TEN) > 0 && current.compareTo(BigDecimal.TEN) < 0;
            section = section.add(tail ? current.multiply(lastUnit).movePointLeft(1) : current);
        }
        return Optional.of(total.add(section));
    }

    /** A small number such as the 三 of 三点; empty above 9,999. */
    static Optional<Integer> small(String numeral) {
        return parse(numeral)
                .filter(n -> n.compareTo(BigDecimal.valueOf(10_000)) < 0)
                .map(BigDecimal::intValue);
    }

    private static boolean isArabic(char c) {
        return c >= '0' && c <= '9';
    }

    private static int digit(char c) {
        if (c == '两') {
            return 2;
        }
        int digit = DIGITS.indexOf(c);
        return digit >= 0 ? digit : FORMAL.indexOf(c);
    }

    private static @Nullable BigDecimal unit(char c) {
        return switch (c) {
            case '十', '拾' -> BigDecimal.TEN;
            case '百', '佰' -> BigDecimal.valueOf(100);
            case '千', '仟', 'k' -> BigDecimal.valueOf(1000);
            case '万', '萬', 'w' -> BigDecimal.valueOf(10_000);
            case '亿' -> BigDecimal.valueOf(100_000_000);
            default -> null;
        };
    }
}
