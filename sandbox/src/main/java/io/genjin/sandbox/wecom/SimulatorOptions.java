package io.genjin.sandbox.wecom;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * How a simulator runs.
 *
 * @param port of its API and page on loopback; 0 for any free one
 * @param callbackUrls the bot's nodes behind the simulated load balancer
 * @param retryAfter the pause before WeCom repeats a failed callback; real spacing is not documented
 * @param clock the time to start from; {@link WeComSimulator#advance} adds to it
 */
public record SimulatorOptions(int port, List<URI> callbackUrls, Duration retryAfter, InstantSource clock) {
    /** Keeps an unmodifiable copy. */
    public SimulatorOptions {
        callbackUrls = List.copyOf(callbackUrls);
    }

    /** Any free port, a bot on 8080, repeats after a second, the system's time. */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions(
                0,
                List.of(URI.create("http://127.0.0.1:8080/wecom/callback")),
                Duration.ofSeconds(1),
                InstantSource.system());
    }

    /** On that port. */
    public SimulatorOptions withPort(int newPort) {
        return new SimulatorOptions(newPort, callbackUrls, retryAfter, clock);
    }

    /** With these nodes. */
    public SimulatorOptions withCallbackUrls(URI... urls) {
        return new SimulatorOptions(port, List.of(urls), retryAfter, clock);
    }

    /** With that pause before a repeat. */
    public SimulatorOptions withRetryAfter(Duration pause) {
        return new SimulatorOptions(port, callbackUrls, pause, clock);
    }

    /** With that time. */
    public SimulatorOptions withClock(InstantSource newClock) {
        return new SimulatorOptions(port, callbackUrls, retryAfter, newClock);
    }
}
