package io.genjin.bot.doctor;

import java.util.Optional;

/**
 * What a check found, in words for an administrator; never a secret.
 *
 * @param remedy what to do about it, only when {@code mark} is BAD
 */
record Finding(Mark mark, String text, Optional<String> remedy) {

    enum Mark {
        GOOD("✓"),
        BAD("✗"),
        /** Not looked at: not used, or something before it must be mended first. */
        LEFT("–");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    static Finding good(String text) {
        return new Finding(Mark.GOOD, text, Optional.empty());
    }

    static Finding bad(String text, String remedy) {
        return new Finding(Mark.BAD, text, Optional.of(remedy));
    }

    static Finding left(String text) {
        return new Finding(Mark.LEFT, text, Optional.empty());
    }

    boolean failed() {
        return mark == Mark.BAD;
    }
}
