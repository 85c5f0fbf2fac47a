package io.genjin.bot.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What WeCom puts into the URL (doc 90238); empty where it is missing or unreadable, which no signature fits. Read by
 * hand, because the servlet's parameters are also looked for in the body, and what they can't read is a 500.
 */
record CallbackQuery(String signature, String timestamp, String nonce, String echostr) {
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,12}");

    static CallbackQuery of(@Nullable String query) {
        Map<String, String> values = new HashMap<>();
        for (String pair : (query == null ? "" : query).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        return new CallbackQuery(
                values.getOrDefault("msg_signature", ""),
                values.getOrDefault("timestamp", ""),
                values.getOrDefault("nonce", ""),
                values.getOrDefault("echostr", ""));
    }

    /** Whether it has the form of WeCom's requests, which a passing scanner's has not. */
    boolean signed() {
        return SIGNATURE.matcher(signature).matches()
                && TIMESTAMP.matcher(timestamp).matches()
                && !nonce.isEmpty();
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }
}
