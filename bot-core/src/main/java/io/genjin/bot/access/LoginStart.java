package io.genjin.bot.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.genjin.bot.platform.PublicUrl;
import io.genjin.bot.wecom.WeComProperties;
import io.genjin.crm.Ids;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sends a browser to WeCom to say who it is; the wanted page waits here under the state, never in the redirect. */
@Component
class LoginStart {
    private final WeComProperties wecom;
    private final LoginProperties properties;
    private final PublicUrl publicUrl;
    private final ShortLived store;
    private final LoginCookies cookies;

    LoginStart(
            WeComProperties wecom,
            LoginProperties properties,
            PublicUrl publicUrl,
            ShortLived store,
            LoginCookies cookies) {
        this.wecom = wecom;
        this.properties = properties;
        this.publicUrl = publicUrl;
        this.store = store;
        this.cookies = cookies;
    }

    /** What waits under a state. */
    record Wanted(String nonce, boolean again, String path) {
        String text() {
            return nonce + " " + again + " " + path;
        }

        static Wanted of(String text) {
            String[] parts = text.split(" ", 3);
            return new Wanted(parts[0], Boolean.parseBoolean(parts[1]), parts[2]);
        }
    }

    /** @param again whether this is the one repetition after an expired code (40029) */
    void redirect(HttpServletRequest request, HttpServletResponse response, String path, boolean again)
            throws IOException {
        String state = Secrets.next();
        String nonce = Secrets.next();
        store.put("login:" + state, new Wanted(nonce, again, path).text(), properties.startWithin());
        cookies.setNonce(response, state, nonce);
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(HttpHeaders.LOCATION, address(request, state));
    }

    /**
     * What waits under this state, if this browser began it. State and nonce are gone afterwards. Each login has a nonce
     * of its own, so that two pages opened at once both arrive.
     */
    Optional<Wanted> take(HttpServletRequest request, HttpServletResponse response, String state) {
        if (!Ids.isId(state)) {
            return Optional.empty();
        }
        Optional<String> shown = cookies.takeNonce(request, response, state);
        return store.take("login:" + state)
                .map(Wanted::of)
                .filter(wanted -> shown.isPresent() && Secrets.same(wanted.nonce(), shown.get()));
    }

    private String address(HttpServletRequest request, String state) {
        String back = URLEncoder.encode(origin(request) + LoginCookies.BACK, UTF_8);
        String agent = String.valueOf(request.getHeader(HttpHeaders.USER_AGENT));
        if (agent.contains("wxwork")) {
            return properties.authorizeUrl() + "?appid=" + wecom.corpId() + "&redirect_uri=" + back
                    + "&response_type=code&scope=snsapi_base&state=" + state + "&agentid=" + wecom.agentId()
                    + "#wechat_redirect";
        }
        return properties.webLoginUrl() + "?login_type=CorpApp&appid=" + wecom.corpId() + "&agentid=" + wecom.agentId()
                + "&redirect_uri=" + back + "&state=" + state;
    }

    /** Our own address; another host that the browser named counts only where the configuration allows it. */
    private String origin(HttpServletRequest request) {
        String host = request.getServerName();
        if (host == null || !properties.allows(host)) {
            return publicUrl.of("");
        }
        int port = request.getServerPort();
        boolean usual = port == 80 || port == 443;
        return request.getScheme() + "://" + host + (usual ? "" : ":" + port);
    }
}
