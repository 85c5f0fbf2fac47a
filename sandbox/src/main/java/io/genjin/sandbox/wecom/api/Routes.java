package io.genjin.sandbox.wecom.api;

import io.genjin.sandbox.wecom.world.World.TokenOwner;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The paths of the server API, each with its method and the tokens that it accepts. */
final class Routes {
    static final Set<TokenOwner> NO_TOKEN = Set.of();
    static final Set<TokenOwner> APP = Set.of(TokenOwner.APP);
    static final Set<TokenOwner> APP_OR_KF = Set.of(TokenOwner.APP, TokenOwner.KF);

    private final Map<String, Route> byPath = new HashMap<>();

    void get(String path, Set<TokenOwner> tokens, Endpoint endpoint) {
        byPath.put(path, new Route("GET", tokens, endpoint));
    }

    void post(String path, Set<TokenOwner> tokens, Endpoint endpoint) {
        byPath.put(path, new Route("POST", tokens, endpoint));
    }

    Optional<Route> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    static ObjectNode ok() {
        return JsonNodeFactory.instance.objectNode().put("errcode", 0).put("errmsg", "ok");
    }

    record Route(String method, Set<TokenOwner> tokens, Endpoint endpoint) {}
}
