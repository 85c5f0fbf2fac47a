package io.genjin.sandbox.wecom.api;

import io.genjin.sandbox.wecom.api.ApiRequest.Upload;
import io.genjin.sandbox.wecom.world.World;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.form.FormParserFactory;
import io.undertow.server.handlers.form.MultiPartParserDefinition;
import io.undertow.util.Headers;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/** HTTP in front of the server API, and the troubles on the way. */
public final class ApiHandler implements HttpHandler {
    private static final String PREFIX = "/cgi-bin/";

    private final ServerApi api;
    private final World world;
    private final FormParserFactory forms = FormParserFactory.builder(false)
            // Clients write file names in UTF-8; the parser's own default is ISO 8859-1.
            .addParsers(new MultiPartParserDefinition().setDefaultEncoding(StandardCharsets.UTF_8.name()))
            .build();

    /** A handler for everything below /cgi-bin/. */
    public ApiHandler(ServerApi api, World world) {
        this.api = api;
        this.world = world;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (exchange.isInIoThread()) {
            exchange.dispatch(this);
            return;
        }
        exchange.startBlocking();
        var path = exchange.getRequestPath().substring(PREFIX.length());
        var query = query(exchange);
        var upload = upload(exchange);
        var raw = upload == null ? new String(exchange.getInputStream().readAllBytes(), StandardCharsets.UTF_8) : "";
        var trouble = api.misbehaviour().take(path).orElse(null);
        if (trouble == null) {
            answer(exchange, path, query, raw, upload);
            return;
        }
        switch (trouble.kind()) {
            case ERRCODE -> send(exchange, api.provoked(path, query, raw, 200, trouble.value()));
            case HTTP_STATUS -> send(exchange, api.provoked(path, query, raw, trouble.value(), -1));
            case SLOW -> {
                TimeUnit.MILLISECONDS.sleep(trouble.value());
                answer(exchange, path, query, raw, upload);
            }
            case HANG -> {
                api.provoked(path, query, raw, 0, -1);
                api.misbehaviour().awaitCalm();
                IoUtils.safeClose(exchange.getConnection());
            }
            case CUT -> {
                api.provoked(path, query, raw, 0, -1);
                IoUtils.safeClose(exchange.getConnection());
            }
            case ANSWER_LOST -> {
                api.answer(exchange.getRequestMethod().toString(), path, query, raw, upload);
                IoUtils.safeClose(exchange.getConnection());
            }
        }
    }

    private void answer(
            HttpServerExchange exchange, String path, Map<String, String> query, String raw, @Nullable Upload upload) {
        var answer = api.answer(exchange.getRequestMethod().toString(), path, query, raw, upload);
        var mediaId = answer.json().path("media_id").asString("");
        if (path.equals("media/get") && !mediaId.isEmpty()) {
            sendFile(exchange, mediaId);
        } else {
            send(exchange, answer);
        }
    }

    private void sendFile(HttpServerExchange exchange, String mediaId) {
        synchronized (world) {
            var file = world.media.evenExpired(mediaId).orElseThrow();
            exchange.getResponseHeaders()
                    .put(Headers.CONTENT_TYPE, file.contentType())
                    .put(Headers.CONTENT_DISPOSITION, disposition(file.fileName()));
            exchange.getResponseSender().send(ByteBuffer.wrap(file.content()));
        }
    }

    /** Both forms of RFC 6266: a header holds no Chinese, and an old client reads only the first. */
    private static String disposition(String fileName) {
        var ascii = fileName.replaceAll("[^0-9A-Za-z._-]", "_");
        var utf8 = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + utf8;
    }

    private static void send(HttpServerExchange exchange, ServerApi.Answer answer) {
        exchange.setStatusCode(answer.status());
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json; charset=UTF-8");
        exchange.getResponseSender().send(answer.json().toString(), StandardCharsets.UTF_8);
    }

    private static Map<String, String> query(HttpServerExchange exchange) {
        var query = new HashMap<String, String>();
        exchange.getQueryParameters().forEach((name, values) -> query.put(name, values.getFirst()));
        return query;
    }

    private @Nullable Upload upload(HttpServerExchange exchange) throws IOException {
        var parser = forms.createParser(exchange);
        if (parser == null) {
            return null;
        }
        var media = parser.parseBlocking().getFirst("media");
        if (media == null || !media.isFileItem()) {
            return new Upload("", new byte[0]);
        }
        try (var in = media.getFileItem().getInputStream()) {
            return new Upload(media.getFileName(), in.readAllBytes());
        }
    }
}
