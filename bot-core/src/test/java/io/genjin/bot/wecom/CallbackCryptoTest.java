package io.genjin.bot.wecom;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Against the vector that doc 91144 publishes. */
class CallbackCryptoTest {
    private static final Instant SENT_AT = Instant.ofEpochSecond(1_409_659_813);
    private static final Duration MAX_AGE = Duration.ofHours(1);
    private static final String SIGNATURE = "477715d11cdb4164915debcba66cb864d751f3e6";
    private static final String TIMESTAMP = "1409659813";
    private static final String NONCE = "1372623149";
    private static final String ENCRYPT =
            "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==";

    private static CallbackCrypto crypto(String corpId) {
        return crypto(corpId, SENT_AT);
    }

    private static CallbackCrypto crypto(String corpId, Instant now) {
        return new CallbackCrypto(
                new WeComProperties(
                        corpId,
                        "secret",
                        218,
                        "QDG6eK",
                        "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
                        URI.create("http://127.0.0.1"),
                        null),
                new CallbackProperties(MAX_AGE, 60),
                InstantSource.fixed(now));
    }

    @Test
    void opensThePublishedVector() {
        CallbackXml message =
                CallbackXml.parse(crypto("wx5823bf96d3bd56c7").open(SIGNATURE, TIMESTAMP, NONCE, ENCRYPT));
        assertThat(message.leaves())
                .containsEntry("FromUserName", "mycreate")
                .containsEntry("MsgType", "text")
                .containsEntry("Content", "hello")
                .containsEntry("MsgId", "4561255354251345929")
                .containsEntry("AgentID", "218");
    }

    @Test
    void refusesAnotherCorporationsMessage() {
        assertThatThrownBy(() -> crypto("wx5823bf96d3bd56c8").open(SIGNATURE, TIMESTAMP, NONCE, ENCRYPT))
                .hasMessage("receiveid: not our corporation");
    }

    @Test
    void refusesWhatTheSignatureDoesNotCover() {
        CallbackCrypto crypto = crypto("wx5823bf96d3bd56c7");
        assertThatThrownBy(() -> crypto.open(SIGNATURE, TIMESTAMP, "1372623148", ENCRYPT))
                .hasMessage("msg_signature: does not match");
        assertThatThrownBy(() -> crypto.open(SIGNATURE, "1409659814", NONCE, ENCRYPT))
                .hasMessage("msg_signature: does not match");
        assertThatThrownBy(() -> crypto.open(SIGNATURE, TIMESTAMP, NONCE, "S" + ENCRYPT.substring(1)))
                .hasMessage("msg_signature: does not match");
        assertThatThrownBy(() -> crypto.open("", TIMESTAMP, NONCE, ENCRYPT))
                .hasMessage("msg_signature: does not match");
    }

    @Test
    void aSignatureIsOursInItsWholeLengthOnly() {
        CallbackCrypto crypto = crypto("wx5823bf96d3bd56c7");
        for (int length = 0; length < SIGNATURE.length(); length++) {
            String part = SIGNATURE.substring(0, length);
            assertThatThrownBy(() -> crypto.open(part, TIMESTAMP, NONCE, ENCRYPT))
                    .hasMessage("msg_signature: does not match");
        }
        for (String other : new String[] {SIGNATURE + "0", SIGNATURE + SIGNATURE, SIGNATURE.toUpperCase(ROOT)}) {
            assertThatThrownBy(() -> crypto.open(other, TIMESTAMP, NONCE, ENCRYPT))
                    .hasMessage("msg_signature: does not match");
        }
    }

    @Test
    void aReplayIsOldAndARepeatOfWeComsIsNot() {
        String corp = "wx5823bf96d3bd56c7";
        Instant lastMoment = SENT_AT.plus(MAX_AGE);
        assertThat(crypto(corp, lastMoment).open(SIGNATURE, TIMESTAMP, NONCE, ENCRYPT))
                .contains("hello");
        CallbackCrypto later = crypto(corp, lastMoment.plusSeconds(1));
        assertThatThrownBy(() -> later.open(SIGNATURE, TIMESTAMP, NONCE, ENCRYPT))
                .hasMessage("timestamp: older than genjin.callback.max-age");
    }

    @Test
    void aClockOfOursThatIsBehindLosesNothing() {
        CallbackCrypto behind = crypto("wx5823bf96d3bd56c7", SENT_AT.minus(Duration.ofDays(2)));
        assertThat(behind.open(SIGNATURE, TIMESTAMP, NONCE, ENCRYPT)).contains("hello");
    }

    @Test
    void anAgeThatWouldRefuseWeComsRepeatsIsNoSetting() {
        assertThatThrownBy(() -> new CallbackProperties(Duration.ofSeconds(59), 60))
                .hasMessageStartingWith("genjin.callback.max-age:");
        assertThatThrownBy(() -> new CallbackProperties(MAX_AGE, 0))
                .hasMessageStartingWith("genjin.callback.invalid-a-minute:");
    }
}
