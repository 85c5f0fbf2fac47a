package io.genjin.sandbox.wecom.callback;

import io.genjin.sandbox.wecom.callback.Delivery.Attempt;
import io.genjin.sandbox.wecom.wire.EncryptedCallback;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The bot's nodes behind a load balancer: requests go round, and one that can't be connected is passed to the next node
 * at once. Thread-safe.
 */
public final class Nodes {
    /** doc 90238: the connection is cut after five seconds. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    /** doc 90238: the check of the URL. */
    private static final Duration ECHO_WITHIN = Duration.ofSeconds(1);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final List<URI> urls;
    private final AtomicInteger turn = new AtomicInteger();

    Nodes(List<URI> urls) {
        this.urls = new CopyOnWriteArrayList<>(urls);
    }

    /** The callback URLs, one per node. */
    public List<URI> urls() {
        return List.copyOf(urls);
    }

    /** Replaces the nodes: some went away, others joined. */
    public void setUrls(List<URI> newUrls) {
        urls.clear();
        urls.addAll(newUrls);
    }

    Answer post(EncryptedCallback callback) {
        var nodes = urls();
        var last = new Answer(new Attempt("", 0, 0, "no callback URL"), "");
        for (int i = 0; i < nodes.size(); i++) {
            var node = nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
            var request = HttpRequest.newBuilder(URI.create(node + "?" + callback.query()))
                    .timeout(ANSWER_WITHIN)
                    .header("Content-Type", "text/xml; charset=utf-8")
                    .POST(BodyPublishers.ofString(callback.body()))
                    .build();
            last = send(node, request);
            if (!last.attempt().note().equals("refused")) {
                return last;
            }
        }
        return last;
    }

    /** The check that the admin page makes when settings are saved: every node must echo the plain text within 1 s. */
    Answer echo(URI node, String query) {
        return send(
                node,
                HttpRequest.newBuilder(URI.create(node + "?" + query))
                        .timeout(ECHO_WITHIN)
                        .GET()
                        .build());
    }

    /** Posts JSON to a path beside the callback on every node; the statuses, 0 for a node that is not there. */
    public List<Integer> postToEach(String path, String json) {
        return urls().stream()
                .map(node -> send(
                                node,
                                HttpRequest.newBuilder(node.resolve(path))
                                        .timeout(Duration.ofSeconds(30))
                                        .header("Content-Type", "application/json")
                                        .POST(BodyPublishers.ofString(json))
                                        .build())
                        .attempt()
                        .status())
                .toList();
    }

    private Answer send(URI node, HttpRequest request) {
        var started = System.nanoTime();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return answer(node, response, started);
        } catch (ConnectException e) {
            return new Answer(new Attempt(node.getAuthority(), 0, millis(started), "refused"), "");
        } catch (HttpTimeoutException e) {
            return new Answer(new Attempt(node.getAuthority(), 0, millis(started), "timeout"), "");
        } catch (IOException e) {
            return new Answer(new Attempt(node.getAuthority(), 0, millis(started), "broken"), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(new Attempt(node.getAuthority(), 0, millis(started), "interrupted"), "");
        }
    }

    private static Answer answer(URI node, HttpResponse<String> response, long started) {
        return new Answer(
                new Attempt(node.getAuthority(), response.statusCode(), millis(started), ""), response.body());
    }

    private static long millis(long started) {
        return (System.nanoTime() - started) / 1_000_000;
    }

    record Answer(Attempt attempt, String body) {}
}
