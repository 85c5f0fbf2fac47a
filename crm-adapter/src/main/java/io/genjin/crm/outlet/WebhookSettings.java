package io.genjin.crm.outlet;

import java.net.URI;
import java.time.Duration;

/**
 * Where a {@link SignedWebhookOutlet} sends to.
 *
 * @param name the outlet's name, 1 to 40 ASCII characters that never change
 * @param secret shared with the receiver, at least 16 characters
 * @param timeout how long one push may take in all
 */
public record WebhookSettings(String name, URI url, String secret, Duration timeout) {
    private static final int SECRET_LENGTH = 16;

    /** @throws IllegalArgumentException naming what is wrong */
    public WebhookSettings {
        if (!name.matches("[\\x21-\\x7e]{1,40}")) {
            throw new IllegalArgumentException("an outlet's name has 1 to 40 visible ASCII characters");
        }
        if (!"https".equals(url.getScheme()) && !"http".equals(url.getScheme())) {
            throw new IllegalArgumentException("a webhook's URL is http or https");
        }
        if (secret.length() < SECRET_LENGTH) {
            throw new IllegalArgumentException("a webhook's secret has at least " + SECRET_LENGTH + " characters");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a webhook's timeout is positive");
        }
    }

    /** Without the secret, so that it reaches no log. */
    @Override
    public String toString() {
        return "WebhookSettings[" + name + "]";
    }
}
