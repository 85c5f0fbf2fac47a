package io.genjin.bot.outbox;

import java.time.Duration;

/** Settings for tests about limits. */
final class Limits {
    private Limits() {}

    static OutboxProperties of(int perMinute, int perHour, long quota) {
        // A node's share of a small limit would be nothing.
        return limits(perMinute, perHour, quota, Math.min(5, Math.min(perMinute, perHour)));
    }

    static OutboxProperties among(int nodes) {
        return limits(25, 900, 1_000_000, nodes);
    }

    static OutboxProperties limits(int perMinute, int perHour, long quota, int nodes) {
        Duration some = Duration.ofSeconds(1);
        return new OutboxProperties(
                1,
                some,
                some,
                some,
                some,
                some,
                Duration.ofDays(3),
                perMinute,
                perHour,
                quota,
                nodes,
                Duration.ofHours(4));
    }
}
