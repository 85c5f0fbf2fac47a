package io.genjin.bot.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.genjin.cards.AppMessage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Requests of messages that have no task_id. WeCom's duplicate check tells repeats by the whole request (doc 90236), so
 * the same words for another cause would be swallowed as one: each cause asks for the check over a span of its own, a few
 * seconds shorter or longer, which nobody sees.
 */
@Component
class Wording {
    /** So many requests with the same words can be told apart. */
    private static final int SPANS = 1800;

    private static final int TRIES = 20;
    /** What is written in the evening may be sent the day after. */
    private static final Duration WAITS = Duration.ofDays(1);

    private final OutboxTable messages;
    private final OutboxProperties properties;
    private final InstantSource clock;

    Wording(OutboxTable messages, OutboxProperties properties, InstantSource clock) {
        this.messages = messages;
        this.properties = properties;
        this.clock = clock;
    }

    /** @param digest of the body, 32 hex digits */
    record Said(String body, String digest) {}

    /** The request with which {@code cause} says this, unlike that of any other cause of late. */
    Said of(String cause, AppMessage message) {
        Duration longest = properties.duplicateCheck();
        int spans = (int) Math.min(SPANS, Math.max(1, longest.toSeconds() / 2));
        int start = Math.floorMod(cause.hashCode(), spans);
        Said said = new Said("", "");
        for (int i = 0; i < Math.min(spans, TRIES); i++) {
            Duration span = longest.minusSeconds((start + i) % spans);
            String body = message.duplicateCheck(span).toJson();
            said = new Said(body, digest(body));
            if (!messages.saidSince(
                    said.digest(), clock.instant().minus(longest).minus(WAITS))) {
                return said;
            }
        }
        // Said so often of late that a repeat can't be told from a new one: better twice than never.
        return new Said(message.toJson(), said.digest());
    }

    private static String digest(String body) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8));
            return HexFormat.of().formatHex(whole, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
