package io.genjin.nlp;

import java.math.BigDecimal;

/** An amount as people write it: 12.8万, 4350元. */
final class Yuan {
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

    private Yuan() {}

    static String text(BigDecimal yuan) {
        if (yuan.compareTo(WAN) >= 0
                && yuan.movePointLeft(4).stripTrailingZeros().scale() <= 2) {
            return yuan.movePointLeft(4).stripTrailingZeros().toPlainString() + "万";
        }
        return yuan.stripTrailingZeros().toPlainString() + "元";
    }
}
