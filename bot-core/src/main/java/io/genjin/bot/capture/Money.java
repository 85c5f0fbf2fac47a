package io.genjin.bot.capture;

import io.genjin.crm.Yuan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.util.Locale;
import java.util.Optional;

/** Amounts as reps read them: 12.8万元, 9,800元. */
public final class Money {
    private static final BigDecimal WAN = new BigDecimal(10_000);

    private static final BigDecimal YI = new BigDecimal(100_000_000);
    private static final BigDecimal IMPLAUSIBLE = new BigDecimal("100000000000");

    private Money() {}

    /** A sum as the detector read it; empty where it can't be the price of a deal. */
    static Optional<Yuan> plausible(BigDecimal amount) {
        BigDecimal rounded = amount.setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() > 0 && rounded.compareTo(IMPLAUSIBLE) < 0
                ? Optional.of(new Yuan(rounded))
                : Optional.empty();
    }

    public static String show(Yuan amount) {
        BigDecimal yuan = amount.amount();
        if (yuan.compareTo(YI) >= 0) {
            BigDecimal yi = yuan.divide(YI).stripTrailingZeros();
            if (yi.scale() <= 2) {
                return yi.toPlainString() + "亿元";
            }
        }
        if (yuan.compareTo(WAN) >= 0) {
            BigDecimal wan = yuan.divide(WAN).stripTrailingZeros();
            if (wan.scale() <= 2) {
                return wan.toPlainString() + "万元";
            }
        }
        return new DecimalFormat("#,##0.##", java.text.DecimalFormatSymbols.getInstance(Locale.CHINA)).format(yuan)
                + "元";
    }
}
