package io.genjin.bot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.bot.testing.TestBot;
import io.genjin.sandbox.wecom.wire.EncryptedCallback;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever guesses at signatures is turned away; whoever has had a right one never is. */
class WrongSignaturesIT {
    private static final int LIMIT = 5;
    private static TestBot bot;
    private static HttpClient http;

    @BeforeAll
    static void start() {
        bot = TestBot.start(Map.of("genjin.callback.invalid-a-minute", LIMIT));
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        bot.close();
    }

    /** As a proxy in a private network hands it on. */
    private static int post(String address, EncryptedCallback callback, boolean right)
            throws IOException, InterruptedException {
        String query = right ? callback.query() : callback.query().replace(callback.signature(), "0".repeat(40));
        HttpRequest request = HttpRequest.newBuilder(bot.url("/wecom/callback?" + query))
                .header("Content-Type", "text/xml")
                .header("X-Forwarded-For", address)
                .POST(BodyPublishers.ofString(callback.body()))
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    @Test
    void aGuesserIsTurnedAwayAloneAndWeComNever() throws Exception {
        EncryptedCallback callback = bot.wecom()
                .encryptCallback("<xml><FromUserName>li.na</FromUserName><CreateTime>1763856000</CreateTime>"
                        + "<MsgType>event</MsgType><Event>nothing</Event></xml>");
        assertThat(post("198.51.100.1", callback, true)).isEqualTo(200);
        int last = 0;
        // Twice the limit and one more: wherever the minute ends, one of its halves is over the limit.
        for (int i = 0; i <= 2 * LIMIT && last != 429; i++) {
            last = post("203.0.113.9", callback, false);
        }
        assertThat(last).isEqualTo(429);
        assertThat(post("203.0.113.10", callback, false)).isEqualTo(401);
        for (int i = 0; i <= 2 * LIMIT; i++) {
            assertThat(post("198.51.100.1", callback, false)).isEqualTo(401);
        }
        assertThat(post("198.51.100.1", callback, true)).isEqualTo(200);
    }
}
