package io.genjin.sandbox.wecom.page;

import io.genjin.sandbox.wecom.api.ServerApi;
import io.genjin.sandbox.wecom.callback.CallbackSender;
import io.genjin.sandbox.wecom.phone.Simulation;
import io.genjin.sandbox.wecom.world.World;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.sse.ServerSentEventConnection;
import io.undertow.server.handlers.sse.ServerSentEventHandler;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page at {@code /}, its state, its event stream and its actions. */
public final class PageHandler implements HttpHandler {
    private static final Map<String, StaticFile> FILES = Map.of(
            "/", new StaticFile("index.html", "text/html"),
            "/page/page.css", new StaticFile("page.css", "text/css"),
            "/page/cards.css", new StaticFile("cards.css", "text/css"),
            "/page/page.js", new StaticFile("page.js", "text/javascript"),
            "/page/cards.js", new StaticFile("cards.js", "text/javascript"));
    private static final JsonMapper JSON = JsonMapper.shared();

    private final World world;
    private final PageState state;
    private final PageActions actions;
    private final ServerSentEventHandler events = new ServerSentEventHandler();

    /** A page over that simulation; customers write to that 微信客服 account. */
    public PageHandler(World world, Simulation simulation, CallbackSender sender, ServerApi api, String openKfId) {
        this.world = world;
        this.state = new PageState(world, sender, api);
        this.actions = new PageActions(simulation, sender, api, openKfId);
        world.changes.onChange(() -> events.getConnections().forEach(PageHandler::announce));
    }

    private static void announce(ServerSentEventConnection browser) {
        if (browser.isOpen()) {
            browser.send("changed");
        }
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        var path = exchange.getRequestPath();
        if (path.equals("/page/events")) {
            events.handleRequest(exchange);
        } else if (exchange.isInIoThread()) {
            exchange.dispatch(this);
        } else {
            exchange.startBlocking();
            answer(exchange, path);
        }
    }

    private void answer(HttpServerExchange exchange, String path) throws IOException {
        var file = FILES.get(path);
        if (file != null) {
            try (var in = PageHandler.class.getResourceAsStream(file.name())) {
                send(exchange, 200, file.type() + "; charset=UTF-8", in == null ? new byte[0] : in.readAllBytes());
            }
        } else if (path.equals("/page/state")) {
            json(exchange, 200, state.json());
        } else if (path.startsWith("/page/media/")) {
            media(exchange, path.substring("/page/media/".length()));
        } else if (path.startsWith("/page/act/")
                && exchange.getRequestMethod().toString().equals("POST")) {
            act(exchange, path.substring("/page/act/".length()));
        } else {
            send(exchange, 404, "text/plain; charset=UTF-8", "没有这个页面".getBytes(StandardCharsets.UTF_8));
        }
    }

    private void act(HttpServerExchange exchange, String name) throws IOException {
        var answer = JSON.createObjectNode();
        var action = actions.find(name);
        try {
            if (action.isEmpty()) {
                throw new IllegalArgumentException("没有这个操作：" + name);
            }
            action.get().accept(JSON.readTree(exchange.getInputStream().readAllBytes()));
            json(exchange, 200, answer.put("ok", true));
        } catch (RuntimeException e) {
            // One edge for all actions: whatever went wrong is shown to the person who caused it.
            var reason = e instanceof JacksonException ? "不是 JSON" : String.valueOf(e.getMessage());
            json(exchange, 409, answer.put("error", reason));
        }
        world.changes.happened();
    }

    private void media(HttpServerExchange exchange, String mediaId) {
        synchronized (world) {
            var file = world.media.evenExpired(mediaId);
            if (file.isPresent()) {
                send(exchange, 200, file.get().contentType(), file.get().content());
            } else {
                send(exchange, 404, "text/plain", new byte[0]);
            }
        }
    }

    private static void json(HttpServerExchange exchange, int status, JsonNode json) {
        send(
                exchange,
                status,
                "application/json; charset=UTF-8",
                json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpServerExchange exchange, int status, String contentType, byte[] content) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, contentType).put(Headers.CACHE_CONTROL, "no-store");
        exchange.getResponseSender().send(ByteBuffer.wrap(content));
    }

    private record StaticFile(String name, String type) {}
}
