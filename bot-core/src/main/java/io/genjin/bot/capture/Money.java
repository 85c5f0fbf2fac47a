package io.genjin.bot.capture;

import io.genjin.crm.Yuan;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.util.Locale;

/** Amounts as reps read them: 12.8万元, 9,800元. */
public final class Money {
    private static final BigDecimal WAN = new BigDecimal(10_000);

    private Money() {}

    public static String show(Yuan amount) {
        BigDecimal yuan = amount.amount();
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
