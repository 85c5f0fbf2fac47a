package io.genjin.crm.outlet;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts each record as JSON {@code {"kind","id","changedAt","fields"}} to one URL. The receiver checks
 * {@code X-Genjin-Signature}: {@code sha256=} and the HMAC of {@code X-Genjin-Timestamp} (epoch seconds), a dot and the
 * body; and knows a repeat by {@code Idempotency-Key}. It may answer {@code {"id": …}} with its own id. 2xx is accepted,
 * 408, 429, 5xx and no answer come again later, anything else is refused.
 */
public class SignedWebhookOutlet implements CrmOutlet {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WebhookSettings settings;
    private final InstantSource clock;
    private final HttpClient http;

    public SignedWebhookOutlet(WebhookSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public PushOutcome push(CrmRecord record) {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request(record), BodyHandlers.ofString());
        try {
            // The request's own timeout ends with the headers; this one covers a body that trickles, too.
            HttpResponse<String> response = answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return outcome(response.statusCode(), response.body());
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new PushOutcome.Later("no answer within " + settings.timeout());
        } catch (ExecutionException e) {
            return unanswered(e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new PushOutcome.Later("interrupted");
        }
    }

    private HttpRequest request(CrmRecord record) {
        String body = body(record);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(settings.url())
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key(record))
                .header("X-Genjin-Timestamp", timestamp)
                .header("X-Genjin-Signature", "sha256=" + WebhookSignature.of(settings.secret(), timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String body(CrmRecord record) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("kind", record.kind().name());
        body.put("id", record.id());
        body.put("changedAt", record.changedAt().toString());
        body.put("fields", record.fields());
        return JSON.writeValueAsString(body);
    }

    private static String key(CrmRecord record) {
        Instant changedAt = record.changedAt();
        return record.kind() + ":" + record.id() + ":" + changedAt.toEpochMilli();
    }

    private static PushOutcome outcome(int status, String body) {
        if (status / 100 == 2) {
            return new PushOutcome.Accepted(outsideId(body));
        }
        boolean mayPass = status == 408 || status == 429 || status >= 500;
        return mayPass ? new PushOutcome.Later("HTTP " + status) : new PushOutcome.Refused("HTTP " + status);
    }

    /** An answer in another shape says nothing about its id; the record was taken all the same. */
    private static @Nullable String outsideId(String body) {
        try {
            JsonNode id = JSON.readTree(body).path("id");
            return id.isString() || id.isNumber() ? id.asString() : null;
        } catch (JacksonException notJson) {
            return null;
        }
    }

    private static PushOutcome unanswered(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof IOException) {
            return new PushOutcome.Later(cause.getClass().getSimpleName());
        }
        throw new IllegalStateException("a push ended in a way that no network explains", cause);
    }
}
