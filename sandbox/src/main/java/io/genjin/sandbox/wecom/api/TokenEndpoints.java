package io.genjin.sandbox.wecom.api;

import static io.genjin.sandbox.wecom.api.Routes.APP;
import static io.genjin.sandbox.wecom.api.Routes.APP_OR_KF;
import static io.genjin.sandbox.wecom.api.Routes.NO_TOKEN;

import io.genjin.sandbox.wecom.world.Refusal;
import io.genjin.sandbox.wecom.world.World;
import io.genjin.sandbox.wecom.world.World.TokenOwner;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** gettoken (doc 91039), getcallbackip and the JS-SDK's tickets (doc 90506). */
final class TokenEndpoints {
    private final World world;
    private final AppSettings settings;
    private final Map<TokenOwner, String> current = new EnumMap<>(TokenOwner.class);

    TokenEndpoints(World world, AppSettings settings) {
        this.world = world;
        this.settings = settings;
    }

    void addTo(Routes routes) {
        routes.get("gettoken", NO_TOKEN, this::getToken);
        routes.get("getcallbackip", APP_OR_KF, this::callbackIp);
        routes.get("get_api_domain_ip", APP_OR_KF, this::callbackIp);
        routes.get("get_jsapi_ticket", APP, request -> ticket("jsapi", 400));
        routes.get("ticket/get", APP, request -> {
            if (!request.requireQuery("type").equals("agent_config")) {
                throw new Refusal(40058, "type must be agent_config");
            }
            return ticket("agent", 100);
        });
    }

    /**
     * Whose token it is.
     *
     * @throws Refusal 41001, 40014, 42001 or 48002
     */
    void requireToken(String token, Set<TokenOwner> accepted) {
        if (token.isEmpty()) {
            throw new Refusal(41001, "access_token missing");
        }
        if (!world.tokens.known(token)) {
            throw new Refusal(40014, "invalid access_token");
        }
        var owner = world.tokens
                .find(token, world.clock.instant())
                .orElseThrow(() -> new Refusal(42001, "access_token expired"));
        if (!accepted.contains(owner)) {
            throw new Refusal(48002, "api forbidden for this application's token");
        }
    }

    private ObjectNode getToken(ApiRequest request) {
        var secret = request.query("corpsecret");
        var ours = secret.equals(settings.corpSecret()) || secret.equals(settings.kfSecret());
        if (!request.query("corpid").equals(settings.corpId())) {
            throw ours ? new Refusal(40091, "secret belongs to another corp") : new Refusal(40013, "invalid corpid");
        }
        if (!ours) {
            throw new Refusal(40001, "invalid credential");
        }
        var owner = secret.equals(settings.corpSecret()) ? TokenOwner.APP : TokenOwner.KF;
        var now = world.clock.instant();
        var token = current.get(owner);
        if (token == null || world.tokens.find(token, now).isEmpty()) {
            token = world.tokens.issue(owner, now);
            current.put(owner, token);
        }
        var left = Duration.between(now, world.tokens.until(token).orElseThrow());
        return Routes.ok().put("access_token", token).put("expires_in", left.toSeconds());
    }

    private ObjectNode callbackIp(ApiRequest request) {
        var answer = Routes.ok();
        answer.putArray("ip_list").add("127.0.0.1");
        return answer;
    }

    private ObjectNode ticket(String kind, int anHour) {
        if (!world.rates.permit("ticket/" + kind, anHour, Duration.ofHours(1), world.clock.instant())) {
            throw new Refusal(45009, "tickets are to be cached: at most " + anHour + " an hour");
        }
        return Routes.ok()
                .put("ticket", kind + UUID.randomUUID().toString().replace("-", ""))
                .put("expires_in", 7200);
    }
}
