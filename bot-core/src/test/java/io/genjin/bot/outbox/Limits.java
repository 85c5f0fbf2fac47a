package io.genjin.bot.outbox;

import java.time.Duration;

/** Settings for tests about limits. */
final class Limits {
    private Limits() {}

    static OutboxProperties of(int perMinute, int perHour, long quota) {
        Duration some = Duration.ofSeconds(1);
        return new OutboxProperties(
                1, some, some, some, some, some, Duration.ofDays(3), perMinute, perHour, quota, 5, Duration.ofHours(4));
    }
}
