package io.genjin.sandbox.wecom.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CallbackCryptoTest {
    // The example of doc 91144.
    private static final String PUBLISHED =
            "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUk"
                    + "SUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5"
                    + "gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4E"
                    + "hzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lX"
                    + "dQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==";

    private final CallbackCrypto crypto =
            new CallbackCrypto("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "wx5823bf96d3bd56c7");

    @Test
    void thePublishedExampleIsSignedAndReadAsDocumented() {
        assertThat(crypto.signature("1409659813", "1372623149", PUBLISHED))
                .isEqualTo("477715d11cdb4164915debcba66cb864d751f3e6");
        var message = XmlTree.parse(crypto.decrypt(PUBLISHED));
        assertThat(message.path("Content").asString("")).isEqualTo("hello");
        assertThat(message.path("MsgId").asString("")).isEqualTo("4561255354251345929");
        assertThat(message.path("AgentID").asString("")).isEqualTo("218");
    }

    @Test
    void whatIsSealedOpensAgainAtEveryLength() {
        for (int length = 0; length < 70; length++) {
            var text = "价".repeat(length) + "a".repeat(length % 7);
            assertThat(crypto.decrypt(crypto.encrypt(text))).isEqualTo(text);
        }
    }

    @Test
    void anotherReceiverIsRefused() {
        var other = new CallbackCrypto("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "ww0other");
        assertThatThrownBy(() -> crypto.decrypt(other.encrypt("hello")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ww0other");
    }

    @Test
    void truncatedCiphertextIsRefused() {
        assertThatThrownBy(() -> crypto.decrypt(PUBLISHED.substring(0, 40)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> new CallbackCrypto("t", "c2hvcnQ", "ww0"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void entitiesInAReplyAreNotExpanded() {
        var bomb = "<!DOCTYPE xml [<!ENTITY a \"ha\">]><xml><Content>&a;</Content></xml>";
        assertThatThrownBy(() -> XmlTree.parse(bomb)).isInstanceOf(IllegalArgumentException.class);
    }
}
