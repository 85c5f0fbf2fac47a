package io.genjin.bot.wecom;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param maxAge how old the timestamp of a callback may be; older ones are somebody's replay. WeCom's own repeats end
 *     within a minute (4 deliveries of 5 s, doc 90238); the rest of the hour forgives clocks that are not in step
 * @param invalidAMinute how many wrong signatures an address may send in a minute before it is turned away unread
 */
@ConfigurationProperties("genjin.callback")
record CallbackProperties(
        @DefaultValue("PT1H") Duration maxAge,
        @DefaultValue("60") int invalidAMinute) {
    private static final Duration REPEATS = Duration.ofMinutes(1);

    CallbackProperties {
        if (maxAge.compareTo(REPEATS) < 0) {
            throw new IllegalArgumentException(
                    "genjin.callback.max-age: at least PT1M, or WeCom's own repeats are refused");
        }
        if (invalidAMinute < 1) {
            throw new IllegalArgumentException("genjin.callback.invalid-a-minute: at least 1");
        }
    }
}
