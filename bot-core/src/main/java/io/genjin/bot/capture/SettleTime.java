package io.genjin.bot.capture;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** When a draft that just changed goes to its rep: after silence, but not later than the longest wait. */
@Component
class SettleTime {
    private final CaptureProperties properties;

    SettleTime(CaptureProperties properties) {
        this.properties = properties;
    }

    Instant of(Draft draft, Instant now) {
        Instant quiet = now.plus(properties.quietPeriod());
        if (draft.cardSentAt() == null) {
            Instant latest = draft.startedAt().plus(properties.maxWait());
            // Once the longest wait is over the card is due at once: further words must not push it back again.
            Instant soonest = latest.isBefore(now) ? now : latest;
            return soonest.isBefore(quiet) ? soonest : quiet;
        }
        Instant resend = draft.cardSentAt().plus(properties.resendAfter());
        return resend.isAfter(quiet) ? resend : quiet;
    }
}
