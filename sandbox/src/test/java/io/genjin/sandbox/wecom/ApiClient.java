package io.genjin.sandbox.wecom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the simulator as a bot would, with nothing but HTTP and JSON. */
final class ApiClient {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private String token = "";

    ApiClient(URI base) {
        this.base = base;
    }

    ApiClient loggedIn() {
        return loggedIn(SandboxCorp.CORP_SECRET);
    }

    ApiClient loggedIn(String secret) {
        token = get("gettoken?corpid=" + SandboxCorp.CORP_ID + "&corpsecret=" + secret)
                .path("access_token")
                .asString("");
        return this;
    }

    JsonNode get(String pathAndQuery) {
        return json(send(request(pathAndQuery).GET().build()).body());
    }

    JsonNode post(String pathAndQuery, String body) {
        return json(send(request(pathAndQuery)
                        .POST(BodyPublishers.ofString(body.replace('\'', '"')))
                        .build())
                .body());
    }

    JsonNode upload(String pathAndQuery, String fileName, byte[] content) {
        var head = "--b\r\nContent-Disposition: form-data; name=\"media\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        var request = request(pathAndQuery)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString("\r\n--b--\r\n")))
                .build();
        return json(send(request).body());
    }

    HttpResponse<byte[]> raw(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET().build());
    }

    HttpRequest.Builder request(String pathAndQuery) {
        var joined = pathAndQuery.contains("?") ? "&" : "?";
        return HttpRequest.newBuilder(base.resolve("/cgi-bin/" + pathAndQuery + joined + "access_token=" + token))
                .timeout(Duration.ofSeconds(10));
    }

    HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(byte[] body) {
        return JSON.readTree(new String(body, StandardCharsets.UTF_8));
    }
}
