package io.genjin.bot.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.genjin.bot.inbox.Inbox;
import io.genjin.bot.inbox.InboxBusy;
import io.genjin.bot.inbox.InboxEntry;
import io.genjin.bot.wecom.CallbackRefused.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * WeCom's door (doc 90238). GET echoes the URL check; POST answers 200 only when the callback is committed, 503 when it
 * could not be (WeCom then sends it again, at most 4 deliveries in all), and a 4xx for what is no callback of ours.
 */
@RestController
class CallbackController {
    static final String PATH = "/wecom/callback";

    private static final String COUNTER = "genjin.callbacks";
    private static final int MAX_BODY = 1 << 20;
    /** SHA-1 in hex (doc 91144). */
    private static final int SIGNATURE = 40;

    private static final MediaType PLAIN = new MediaType("text", "plain", UTF_8);

    private final CallbackReader reader;
    private final CallbackCrypto crypto;
    private final Inbox inbox;
    private final CallbackWatch watch;
    private final WrongSignatures strangers;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Counter kept;

    CallbackController(
            CallbackReader reader,
            CallbackCrypto crypto,
            Inbox inbox,
            CallbackWatch watch,
            WrongSignatures strangers,
            InstantSource clock,
            MeterRegistry meters) {
        this.reader = reader;
        this.crypto = crypto;
        this.inbox = inbox;
        this.watch = watch;
        this.strangers = strangers;
        this.clock = clock;
        this.meters = meters;
        this.kept = meters.counter(COUNTER, "outcome", "kept");
    }

    @GetMapping(PATH)
    ResponseEntity<String> check(HttpServletRequest request) {
        CallbackQuery query = CallbackQuery.of(request.getQueryString());
        try {
            turnAway(request, query);
            String echo = crypto.open(query.signature(), query.timestamp(), query.nonce(), query.echostr());
            if (echo.stripLeading().startsWith("<")) {
                // A callback sent back to us as a URL check: we don't decrypt messages for whoever overheard one.
                throw new CallbackRefused(Reason.MALFORMED, "echostr: is a callback");
            }
            strangers.right(request.getRemoteAddr());
            watch.checked(clock.instant());
            return ResponseEntity.ok().contentType(PLAIN).body(echo);
        } catch (CallbackRefused refused) {
            return refuse(refused, request, query);
        }
    }

    @PostMapping(PATH)
    ResponseEntity<String> receive(HttpServletRequest request) {
        CallbackQuery query = CallbackQuery.of(request.getQueryString());
        try {
            turnAway(request, query);
            InboxEntry entry = reader.read(query, body(request));
            strangers.right(request.getRemoteAddr());
            inbox.keep(entry);
            watch.valid(clock.instant());
            kept.increment();
            return ResponseEntity.ok().build();
        } catch (CallbackRefused refused) {
            return refuse(refused, request, query);
        } catch (InboxBusy busy) {
            watch.refused(clock.instant());
            count("busy");
            return ResponseEntity.status(503).contentType(PLAIN).body("try again");
        }
    }

    /** Before a byte of the body is read. */
    private void turnAway(HttpServletRequest request, CallbackQuery query) {
        if (strangers.turnsAway(request.getRemoteAddr(), clock.instant())) {
            throw new CallbackRefused(Reason.TOO_MANY, "msg_signature: too often wrong from this address");
        }
        if (query.signature().length() != SIGNATURE) {
            throw new CallbackRefused(Reason.SIGNATURE, "msg_signature: does not match");
        }
    }

    private static byte[] body(HttpServletRequest request) {
        if (request.getContentLengthLong() > MAX_BODY) {
            throw tooLarge();
        }
        try {
            // A body in chunks does not tell its length, one that does is not worth a buffer of the largest.
            int length = request.getContentLength();
            byte[] bytes = request.getInputStream().readNBytes(length < 0 ? MAX_BODY + 1 : length);
            if (bytes.length > MAX_BODY) {
                throw tooLarge();
            }
            return bytes;
        } catch (IOException cutOff) {
            throw new CallbackRefused(Reason.MALFORMED, "body: was cut off");
        }
    }

    private static CallbackRefused tooLarge() {
        return new CallbackRefused(Reason.TOO_LARGE, "body: larger than 1 MB");
    }

    private ResponseEntity<String> refuse(CallbackRefused refused, HttpServletRequest request, CallbackQuery query) {
        if (query.signed() && refused.reason().speaksOfSettings()) {
            watch.mismatch(clock.instant(), refused.reason().name());
        }
        if (refused.reason() == Reason.SIGNATURE) {
            strangers.wrong(request.getRemoteAddr(), clock.instant());
        }
        count(refused.reason().name().toLowerCase(java.util.Locale.ROOT));
        return ResponseEntity.status(refused.reason().status).contentType(PLAIN).body(refused.getMessage());
    }

    private void count(String outcome) {
        meters.counter(COUNTER, "outcome", outcome).increment();
    }
}
