package io.genjin.crm.outlet;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedWebhookOutletIT {
    @RegisterExtension
    static final WireMockExtension OUTSIDE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final String ID = "0198b0c0000070008000000000000001";
    private static final String SECRET = "a-secret-of-the-test";

    @Test
    void theBodyIsJsonAndItsSignatureHolds() throws Exception {
        answer(aResponse().withStatus(201).withBody("{\"id\":\"A-17\"}"));
        assertThat(push(Duration.ofSeconds(20))).isEqualTo(new PushOutcome.Accepted("A-17"));
        OUTSIDE.verify(postRequestedFor(urlEqualTo("/hook?of=crm"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withHeader("X-Genjin-Timestamp", equalTo("1795413600"))
                .withHeader("Idempotency-Key", equalTo("LEAD:" + ID + ":1795413600000"))
                .withRequestBody(equalToJson("{\"kind\":\"LEAD\",\"id\":\"" + ID
                        + "\",\"changedAt\":\"2026-11-23T06:00:00Z\",\"fields\":{\"coreNeed\":\"报价\"}}")));
        LoggedRequest request = OUTSIDE.findAll(postRequestedFor(anyUrl())).get(0);
        assertThat(request.getHeader("X-Genjin-Signature"))
                .isEqualTo("sha256=" + hmac("1795413600." + request.getBodyAsString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ok", "{}", "{\"id\":{}}", "[1]"})
    void anAnswerInAnotherShapeIsAccepted(String body) {
        answer(aResponse().withStatus(200).withBody(body));
        assertThat(push(Duration.ofSeconds(20))).isEqualTo(new PushOutcome.Accepted(null));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void troubleThatMayPassComesAgainLater(int status) {
        answer(aResponse().withStatus(status).withBody("secret words of theirs"));
        assertThat(push(Duration.ofSeconds(20))).isEqualTo(new PushOutcome.Later("HTTP " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 404, 422})
    void whatWillNotChangeIsRefused(int status) {
        answer(aResponse().withStatus(status).withHeader("Location", "/elsewhere"));
        assertThat(push(Duration.ofSeconds(20))).isEqualTo(new PushOutcome.Refused("HTTP " + status));
    }

    @Test
    void noAnswerInTimeComesAgainLater() {
        answer(aResponse().withStatus(200).withFixedDelay(60_000));
        assertThat(push(Duration.ofMillis(300))).isInstanceOf(PushOutcome.Later.class);
    }

    @Test
    void aBodyThatTricklesComesAgainLater() {
        answer(aResponse().withStatus(200).withBody("x".repeat(100)).withChunkedDribbleDelay(100, 60_000));
        assertThat(push(Duration.ofMillis(500))).isInstanceOf(PushOutcome.Later.class);
    }

    @Test
    void aBrokenConnectionComesAgainLater() {
        answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(push(Duration.ofSeconds(20))).isInstanceOf(PushOutcome.Later.class);
    }

    @Test
    void theSecretIsInNoText() {
        assertThat(settings(Duration.ofSeconds(1)).toString()).doesNotContain(SECRET);
        assertThatThrownBy(() -> new WebhookSettings("crm", URI.create("ftp://x"), SECRET, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WebhookSettings("crm", URI.create("http://x"), "short", Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("short");
    }

    private static void answer(ResponseDefinitionBuilder response) {
        OUTSIDE.stubFor(any(anyUrl()).willReturn(response));
    }

    private static PushOutcome push(Duration timeout) {
        CrmRecord record = new CrmRecord(RecordKind.LEAD, ID, NOW, Map.of("coreNeed", "报价"));
        return new SignedWebhookOutlet(settings(timeout), () -> NOW).push(record);
    }

    private static WebhookSettings settings(Duration timeout) {
        return new WebhookSettings("crm", URI.create(OUTSIDE.baseUrl() + "/hook?of=crm"), SECRET, timeout);
    }

    private static String hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
