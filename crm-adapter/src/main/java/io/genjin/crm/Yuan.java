package io.genjin.crm;

import java.math.BigDecimal;

/**
 * Money in yuan, zero or more, with at most two decimals and fewer than 15 digits before the point. Equal amounts are
 * equal however they were written: 12.50 and 12.5 are the same.
 */
public record Yuan(BigDecimal amount) implements Comparable<Yuan> {
    private static final BigDecimal LIMIT = new BigDecimal("100000000000000");

    /** @throws IllegalArgumentException when negative, finer than 分, or too large to be stored */
    public Yuan {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("an amount of money is not negative");
        }
        if (amount.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException("an amount of money has at most two decimals");
        }
        if (amount.compareTo(LIMIT) >= 0) {
            throw new IllegalArgumentException("an amount of money is below " + LIMIT.toPlainString() + " yuan");
        }
        amount = amount.setScale(2);
    }

    /** The amount written as a plain decimal number of yuan, such as {@code 128000} or {@code 12.5}. */
    public static Yuan of(String amount) {
        return new Yuan(new BigDecimal(amount));
    }

    public static Yuan of(long yuan) {
        return new Yuan(BigDecimal.valueOf(yuan));
    }

    @Override
    public int compareTo(Yuan other) {
        return amount.compareTo(other.amount);
    }

    /** The plain number without needless zeros, such as {@code 128000}; {@link #of(String)} reads it back. */
    @Override
    public String toString() {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
