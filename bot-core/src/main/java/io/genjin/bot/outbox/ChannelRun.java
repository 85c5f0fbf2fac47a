package io.genjin.bot.outbox;

import io.genjin.bot.outbox.OutboxTable.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends what waits in one claimed channel, one after the other, until it is empty or has to wait. */
@Component
class ChannelRun {
    private static final Logger log = LoggerFactory.getLogger(ChannelRun.class);

    /** Members of a group at most (doc 90245); it is charged in full as long as nobody says how many it has. */
    private static final int LARGEST_GROUP = 2000;

    private final ChannelTable channels;
    private final OutboxTable messages;
    private final List<Courier> couriers;
    private final SendingPermits permits;
    private final QuietHoursBook quietHours;
    private final Reissues reissues;
    private final OutboxProperties properties;
    private final OutboxNotes notes;
    private final InstantSource clock;
    private volatile boolean stopping;

    ChannelRun(
            ChannelTable channels,
            OutboxTable messages,
            List<Courier> couriers,
            SendingPermits permits,
            QuietHoursBook quietHours,
            Reissues reissues,
            OutboxProperties properties,
            OutboxNotes notes,
            InstantSource clock) {
        this.channels = channels;
        this.messages = messages;
        this.couriers = List.copyOf(couriers);
        this.permits = permits;
        this.quietHours = quietHours;
        this.reissues = reissues;
        this.properties = properties;
        this.notes = notes;
        this.clock = clock;
    }

    void stop() {
        stopping = true;
    }

    /** Whatever goes wrong, the channel is let go of, so that it need not wait for the end of its lease. */
    void drain(Channel channel) {
        boolean whole = false;
        try {
            sendAll(channel);
            whole = true;
        } finally {
            if (!whole) {
                channels.pause(channel, clock.instant().plus(properties.retryAfter()));
            }
        }
    }

    private void sendAll(Channel channel) {
        while (!stopping) {
            Optional<Waiting> found = messages.waiting(channel);
            if (found.isEmpty()) {
                return;
            }
            Waiting waiting = found.get();
            if (waiting.push() != null) {
                Optional<Instant> wait = send(waiting.push(), waiting, channel);
                if (wait.isPresent()) {
                    channels.pause(channel, soon(wait.get()));
                    return;
                }
            }
            if (waiting.last() && channels.rest(channel, waiting.turns())) {
                return;
            }
        }
        channels.pause(channel, clock.instant());
    }

    /** No pause is long: what it waits for may change, and so may the clock. */
    private Instant soon(Instant wait) {
        Instant latest = clock.instant().plus(properties.lookAgain());
        return wait.isBefore(latest) ? wait : latest;
    }

    /** Empty when the push is done with, else when to go on with this channel. */
    private Optional<Instant> send(Push push, Waiting waiting, Channel channel) {
        Instant now = clock.instant();
        if (messages.tapped(push)) {
            return notes.sent(push, new Delivery.Sent(Optional.empty(), Optional.empty(), false));
        }
        if (waiting.overtaken()) {
            return notes.dropped(push, "overtaken by what came later for its card");
        }
        Optional<Instant> notBefore = notBefore(push, waiting, now);
        if (notBefore.isPresent()) {
            return notBefore;
        }
        Push current = reissues.current(push, now);
        if (!messages.begin(current, channel, now, now.plus(properties.lease()))) {
            return Optional.empty();
        }
        return attempt(current)
                .fold(
                        sent -> notes.sent(current, sent),
                        later -> later(current, later, clock.instant()),
                        refused -> notes.dead(current, refused.why(), false),
                        dropped -> notes.dropped(current, dropped.why()));
    }

    private Optional<Instant> notBefore(Push push, Waiting waiting, Instant now) {
        // What may be on the phone already disturbs nobody again, and answers about it wait until that is known.
        if (push.lane().waitsForQuietHours()
                && !push.mayBeOut()
                && push.recipient().memberId().isPresent()
                && push.kind() != PushKind.RECALL) {
            Instant allowed = quietHours.read(waiting.quietHours()).next(now);
            if (allowed.isAfter(now)) {
                return Optional.of(allowed);
            }
        }
        return permits.take(Charge.of(push, LARGEST_GROUP)).map(now::plus);
    }

    private Delivery attempt(Push push) {
        try {
            for (Courier courier : couriers) {
                if (courier.kinds().contains(push.kind())) {
                    return courier.deliver(push);
                }
            }
            return new Delivery.Refused("nobody carries " + push.kind());
        } catch (RuntimeException | Error unexpected) {
            // Its message may quote what was to be sent.
            log.warn(
                    "outbox: {} {} failed unexpectedly ({})",
                    push.kind(),
                    push.id(),
                    unexpected.getClass().getSimpleName());
            log.debug("outbox: {}", push.id(), unexpected);
            return new Delivery.Later(unexpected.getClass().getSimpleName(), true);
        }
    }

    private Optional<Instant> later(Push push, Delivery.Later later, Instant now) {
        // From the first attempt: a push that waited all night for the end of the quiet hours is not old.
        Instant since = push.triedSince();
        if (since != null && !now.isBefore(since.plus(properties.giveUpAfter()))) {
            return notes.dead(
                    push, "given up after " + properties.giveUpAfter() + ": " + later.why(), later.uncertain());
        }
        notes.failed(push, later);
        Duration doubled = properties.retryAfter().multipliedBy(1L << Math.min(push.attempts(), 12));
        return Optional.of(
                now.plus(doubled.compareTo(properties.longestPause()) > 0 ? properties.longestPause() : doubled));
    }
}
