package io.genjin.bot.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes down how an attempt ended, and counts it. Each answers "go on at once". */
@Component
class OutboxNotes {
    private static final Logger log = LoggerFactory.getLogger(OutboxNotes.class);

    private final OutboxTable messages;
    private final InstantSource clock;
    private final MeterRegistry meters;

    OutboxNotes(OutboxTable messages, InstantSource clock, MeterRegistry meters) {
        this.messages = messages;
        this.clock = clock;
        this.meters = meters;
    }

    Optional<Instant> sent(Push push, Delivery.Sent sent) {
        int state = sent.confirmed() ? OutboxTable.SENT : OutboxTable.UNCONFIRMED;
        messages.end(
                push.id(),
                state,
                null,
                sent.msgId().orElse(null),
                sent.responseCode().orElse(null),
                clock.instant());
        count(push, sent.confirmed() ? "sent" : "unconfirmed");
        return Optional.empty();
    }

    /** @param uncertain whether the last attempt may have arrived all the same */
    Optional<Instant> dead(Push push, String why, boolean uncertain) {
        if (messages.giveUp(push, why, push.uncertain() || uncertain, clock.instant())) {
            log.warn("outbox: {} {} is given up: {}", push.kind(), push.id(), why);
            count(push, "dead");
        }
        return Optional.empty();
    }

    Optional<Instant> dropped(Push push, String why) {
        messages.end(push.id(), OutboxTable.DROPPED, why, null, null, clock.instant());
        count(push, "dropped");
        return Optional.empty();
    }

    void failed(Push push, Delivery.Later later) {
        log.info("outbox: {} {} has to wait: {}", push.kind(), push.id(), later.why());
        messages.noteFailure(push, later.why(), push.uncertain() || later.uncertain());
        count(push, "later");
    }

    private void count(Push push, String outcome) {
        meters.counter(
                        "genjin.pushes",
                        "kind",
                        push.kind().name(),
                        "lane",
                        push.lane().name(),
                        "outcome",
                        outcome)
                .increment();
    }
}
