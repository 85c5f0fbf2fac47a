package io.genjin.sandbox.wecom.api;

import io.genjin.sandbox.wecom.api.ApiRequest.Upload;
import io.genjin.sandbox.wecom.api.Routes.Route;
import io.genjin.sandbox.wecom.world.Refusal;
import io.genjin.sandbox.wecom.world.World;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** All endpoints behind one door: token, method and JSON are checked here, and every call is recorded. Thread-safe. */
public final class ServerApi {
    private static final Set<String> SECRETS = Set.of("access_token", "corpsecret", "key", "code");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final World world;
    private final Routes routes = new Routes();
    private final TokenEndpoints tokens;
    private final KfEndpoints kf;
    private final CallLog log = new CallLog();
    private final Misbehaviour misbehaviour = new Misbehaviour();

    /** An API over that world. */
    public ServerApi(World world, AppSettings settings) {
        this.world = world;
        this.tokens = new TokenEndpoints(world, settings);
        this.kf = new KfEndpoints(world);
        var media = new MediaEndpoints(world);
        tokens.addTo(routes);
        media.addTo(routes);
        kf.addTo(routes);
        new MessageEndpoints(world, settings).addTo(routes);
        new CardUpdateEndpoint(world, settings).addTo(routes);
        new AppChatEndpoints(world).addTo(routes);
        new RobotEndpoints(world, media).addTo(routes);
        new LoginEndpoints(world).addTo(routes);
        new AgentEndpoint(world, settings).addTo(routes);
        new ContactEndpoints(world).addTo(routes);
        new CustomerEndpoints(world).addTo(routes);
    }

    /** What was called. */
    public CallLog log() {
        return log;
    }

    /** Troubles to come. */
    public Misbehaviour misbehaviour() {
        return misbehaviour;
    }

    /** How 微信客服 pages. */
    public KfEndpoints kf() {
        return kf;
    }

    /** Answers one call. */
    Answer answer(String method, String path, Map<String, String> query, String raw, @Nullable Upload upload) {
        var body = JsonNodeFactory.instance.objectNode();
        Answer answer;
        synchronized (world) {
            try {
                var route = routes.find(path).orElse(null);
                if (route == null) {
                    answer = refused(404, new Refusal(-1, "the sandbox knows no /cgi-bin/" + path));
                } else {
                    body = body(method, route, raw, upload);
                    if (!route.tokens().isEmpty()) {
                        tokens.requireToken(query.getOrDefault("access_token", ""), route.tokens());
                    }
                    answer = new Answer(
                            200, route.endpoint().answer(new ApiRequest(path, query, body, raw, upload)), "");
                }
            } catch (Refusal refusal) {
                answer = refused(200, refusal);
            }
            record(path, query, body, answer, false);
        }
        world.changes.happened();
        return answer;
    }

    /** Records a call that somebody's trouble answered. */
    Answer provoked(String path, Map<String, String> query, String raw, int status, int errcode) {
        var answer = refused(status, new Refusal(errcode, "provoked in the sandbox"));
        var body = JsonNodeFactory.instance.objectNode();
        try {
            if (JSON.readTree(raw) instanceof ObjectNode object) {
                body = object;
            }
        } catch (JacksonException notJson) {
            body.put("raw", raw);
        }
        record(path, query, body, answer, true);
        world.changes.happened();
        return answer;
    }

    private static ObjectNode body(String method, Route route, String raw, @Nullable Upload upload) {
        if (!route.method().equals(method)) {
            throw new Refusal(40058, "needs " + route.method());
        }
        if (method.equals("GET") || upload != null || raw.isBlank()) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            if (JSON.readTree(raw) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new Refusal(40035, "the body is no JSON");
        }
        throw new Refusal(40035, "the body is no JSON object");
    }

    private static Answer refused(int status, Refusal refusal) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("errcode", refusal.errcode())
                .put("errmsg", refusal.hint() + ", hint: [sandbox], from ip: 127.0.0.1");
        return new Answer(status, json, refusal.hint());
    }

    private void record(String path, Map<String, String> query, ObjectNode body, Answer answer, boolean provoked) {
        var shown = new HashMap<>(query);
        shown.replaceAll((name, value) -> SECRETS.contains(name) ? "…" : value);
        log.add(new RecordedCall(
                world.clock.instant(),
                path,
                shown,
                body,
                answer.status(),
                answer.json().path("errcode").asInt(0),
                provoked,
                answer.note(),
                answer.json()));
    }

    record Answer(int status, ObjectNode json, String note) {}
}
