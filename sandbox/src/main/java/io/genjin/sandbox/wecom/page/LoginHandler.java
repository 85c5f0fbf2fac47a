package io.genjin.sandbox.wecom.page;

import io.genjin.sandbox.wecom.world.Member;
import io.genjin.sandbox.wecom.world.World;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * WeCom's two login pages (docs 91022, 98152). The member is the one whose phone has the redirect's host name; on any
 * other loopback name the person is asked who they are, as a QR code would.
 */
public final class LoginHandler implements HttpHandler {
    private static final Set<String> SCOPES = Set.of("snsapi_base", "snsapi_privateinfo");

    private final World world;
    private final String corpId;
    private final int agentId;

    /** Logins to that application. */
    public LoginHandler(World world, String corpId, int agentId) {
        this.world = world;
        this.corpId = corpId;
        this.agentId = agentId;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        var query = exchange.getQueryParameters().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().getFirst()));
        var fault = exchange.getRequestPath().startsWith("/connect/") ? faultInside(query) : faultOutside(query);
        var target = fault.isEmpty() ? target(query.getOrDefault("redirect_uri", "")) : Optional.<URI>empty();
        if (target.isEmpty()) {
            page(exchange, 400, fault.orElse("redirect_uri 的域名不是可信域名（50001）"));
            return;
        }
        var who = who(query.getOrDefault("sandbox_member", ""), target.get().getHost());
        if (who.isPresent()) {
            redirect(exchange, target.get(), who.get(), query.getOrDefault("state", ""));
        } else {
            page(exchange, 200, choice(exchange));
        }
    }

    private Optional<String> who(String chosen, String host) {
        if (chosen.equals(World.OUTSIDER)) {
            return Optional.of(chosen);
        }
        synchronized (world) {
            var member = chosen.isEmpty() ? world.directory.memberAtHost(host) : world.directory.member(chosen);
            return member.map(Member::userId);
        }
    }

    private Optional<String> faultInside(Map<String, String> query) {
        if (!query.getOrDefault("appid", "").equals(corpId)) {
            return Optional.of("appid 不是本企业的 CorpID（40013）");
        }
        if (!query.getOrDefault("response_type", "").equals("code")) {
            return Optional.of("response_type 必须是 code");
        }
        if (!SCOPES.contains(query.getOrDefault("scope", ""))) {
            return Optional.of("scope 必须是 snsapi_base 或 snsapi_privateinfo");
        }
        return badState(query);
    }

    private Optional<String> faultOutside(Map<String, String> query) {
        if (!query.getOrDefault("login_type", "").equals("CorpApp")
                || !query.getOrDefault("appid", "").equals(corpId)) {
            return Optional.of("login_type 必须是 CorpApp，appid 必须是本企业的 CorpID（40013）");
        }
        if (!query.getOrDefault("agentid", "").equals(Integer.toString(agentId))) {
            return Optional.of("agentid 不是本应用（40056）");
        }
        return badState(query);
    }

    private static Optional<String> badState(Map<String, String> query) {
        return query.getOrDefault("state", "").matches("[a-zA-Z0-9]{0,128}")
                ? Optional.empty()
                : Optional.of("state 只能是 128 个以内的字母和数字");
    }

    private static Optional<URI> target(String redirectUri) {
        try {
            var uri = URI.create(redirectUri);
            var host = uri.getHost() == null ? "" : uri.getHost();
            var trusted = host.equals("localhost") || host.endsWith(".localhost") || host.equals("127.0.0.1");
            return trusted ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException notAUri) {
            return Optional.empty();
        }
    }

    private void redirect(HttpServerExchange exchange, URI target, String who, String state) {
        String code;
        synchronized (world) {
            code = world.loginCodes.issue(who, world.clock.instant());
        }
        var joined = target.getRawQuery() == null ? "?" : "&";
        var location = target + joined + "code=" + code + "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8);
        exchange.setStatusCode(302);
        exchange.getResponseHeaders().put(Headers.LOCATION, location);
        exchange.endExchange();
    }

    private String choice(HttpServerExchange exchange) {
        var again = exchange.getRequestPath() + "?" + exchange.getQueryString() + "&sandbox_member=";
        synchronized (world) {
            return world.directory.members().stream()
                    .map(member -> choice(again + member.userId(), member.name(), member.position()))
                    .collect(Collectors.joining(
                            "", "<h1>选择登录的成员</h1>", choice(again + World.OUTSIDER, "企业之外的人", "用个人微信打开")));
        }
    }

    private static String choice(String url, String name, String remark) {
        return "<a href=\"" + escape(url) + "\">" + escape(name) + "<small>" + escape(remark) + "</small></a>";
    }

    private static void page(HttpServerExchange exchange, int status, String content) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/html; charset=UTF-8");
        exchange.getResponseSender()
                .send(
                        "<!doctype html><html lang=\"zh-CN\"><meta name=\"viewport\" content=\"width=device-width\"><title>"
                                + "企业微信登录</title><style>body{font:16px system-ui;margin:24px}a{display:flex;gap:8px;"
                                + "padding:14px;border-bottom:1px solid #eee;color:#267ef0;text-decoration:none}small{color:"
                                + "#888}</style>" + content,
                        StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
