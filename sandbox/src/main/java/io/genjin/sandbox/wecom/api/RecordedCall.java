package io.genjin.sandbox.wecom.api;

import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One call of the server API and its answer.
 *
 * @param path without /cgi-bin/
 * @param query without the values of tokens, keys and secrets
 * @param provoked whether the answer is trouble that somebody asked for
 * @param note the hint of a refusal, or what the display cuts off
 */
public record RecordedCall(
        Instant at,
        String path,
        Map<String, String> query,
        JsonNode body,
        int httpStatus,
        int errcode,
        boolean provoked,
        String note,
        JsonNode answer) {
    /** Keeps an unmodifiable copy. */
    public RecordedCall {
        query = Map.copyOf(query);
    }

    /** Whether WeCom's rules refused it. */
    public boolean refused() {
        return errcode != 0 && !provoked;
    }
}
