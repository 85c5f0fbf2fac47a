package io.genjin.bot.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How far the simulator's time was moved, for a bot that starts after that. */
final class SandboxTime {
    private static final Logger log = LoggerFactory.getLogger(SandboxTime.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private SandboxTime() {}

    /** Zero where no simulator answers: then nobody has moved its time. */
    static Duration shiftOf(URI simulator) {
        HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        HttpRequest state = HttpRequest.newBuilder(simulator.resolve("/page/state"))
                .timeout(PATIENCE)
                .build();
        try {
            String body = http.send(state, BodyHandlers.ofString()).body();
            return Duration.parse(
                    JsonMapper.shared().readTree(body).path("shift").asString("PT0S"));
        } catch (IOException | JacksonException | DateTimeParseException unknown) {
            log.info("the simulator does not say how far its time was moved: {}", unknown.toString());
            return Duration.ZERO;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Duration.ZERO;
        }
    }
}
