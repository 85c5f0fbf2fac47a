package io.genjin.sandbox.wecom.callback;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Where callbacks go and how they are sealed.
 *
 * @param urls the bot's nodes behind the simulated load balancer
 * @param retryAfter the pause before each of the three repeats
 */
public record CallbackSettings(
        String corpId, int agentId, String token, String aesKey, List<URI> urls, Duration retryAfter) {
    /** Keeps an unmodifiable copy. */
    public CallbackSettings {
        urls = List.copyOf(urls);
    }
}
