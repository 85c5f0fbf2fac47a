package io.genjin.sandbox.wecom;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.genjin.sandbox.wecom.wire.CallbackCrypto;
import io.genjin.sandbox.wecom.wire.XmlTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A bot's callback endpoint that decrypts what comes and answers what the test says. */
final class FakeBot implements AutoCloseable {
    final List<JsonNode> received = new CopyOnWriteArrayList<>();
    final List<String> clockMoves = new CopyOnWriteArrayList<>();
    private final List<Integer> statuses = new CopyOnWriteArrayList<>();
    private final CallbackCrypto crypto =
            new CallbackCrypto(SandboxCorp.TOKEN, SandboxCorp.AES_KEY, SandboxCorp.CORP_ID);
    private final HttpServer server;
    private volatile Function<JsonNode, String> reply = message -> "";

    FakeBot() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/wecom/callback", this::answer);
        server.createContext("/sandbox/clock", exchange -> {
            clockMoves.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            send(exchange, 204, "");
        });
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/wecom/callback");
    }

    /** The next requests get these statuses, later ones 200. */
    void answersNext(Integer... next) {
        statuses.addAll(Arrays.asList(next));
    }

    /** The plain XML of the passive reply to each message, empty for none. */
    void repliesWith(Function<JsonNode, String> newReply) {
        reply = newReply;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var query = Arrays.stream(exchange.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        if (exchange.getRequestMethod().equals("GET")) {
            send(exchange, 200, open(query, query.get("echostr")));
            return;
        }
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var message =
                XmlTree.parse(open(query, XmlTree.parse(body).path("Encrypt").asString("")));
        received.add(message);
        int status = statuses.isEmpty() ? 200 : statuses.remove(0);
        var plain = reply.apply(message);
        send(exchange, status, plain.isEmpty() ? "" : sealed(plain));
    }

    private String open(Map<String, String> query, String encrypt) {
        if (!crypto.signature(query.get("timestamp"), query.get("nonce"), encrypt)
                .equals(query.get("msg_signature"))) {
            throw new IllegalStateException("wrong signature");
        }
        return crypto.decrypt(encrypt);
    }

    private String sealed(String plain) {
        var encrypt = crypto.encrypt(plain);
        return "<xml><Encrypt><![CDATA[" + encrypt + "]]></Encrypt><MsgSignature><![CDATA["
                + crypto.signature("1763856000", "n42", encrypt)
                + "]]></MsgSignature><TimeStamp>1763856000</TimeStamp><Nonce><![CDATA[n42]]></Nonce></xml>";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
