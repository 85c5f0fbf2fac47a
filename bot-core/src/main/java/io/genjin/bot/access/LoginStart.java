package io.genjin.bot.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.genjin.bot.platform.PublicUrl;
import io.genjin.bot.wecom.WeComProperties;
import io.genjin.crm.Ids;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Sends a browser to WeCom to say who it is; the wanted page waits here under the state, never in the redirect. */
@Component
class LoginStart {
    static final String BROWSER_COOKIE = "genjin_login";

    private final WeComProperties wecom;
    private final LoginProperties properties;
    private final PublicUrl publicUrl;
    private final ShortLived store;

    LoginStart(WeComProperties wecom, LoginProperties properties, PublicUrl publicUrl, ShortLived store) {
        this.wecom = wecom;
        this.properties = properties;
        this.publicUrl = publicUrl;
        this.store = store;
    }

    /** What waits under a state. */
    record Wanted(String browser, boolean again, String path) {
        String text() {
            return browser + " " + again + " " + path;
        }

        static Wanted of(String text) {
            String[] parts = text.split(" ", 3);
            return new Wanted(parts[0], Boolean.parseBoolean(parts[1]), parts[2]);
        }
    }

    /** @param again whether this is the one repetition after an expired code (40029) */
    void redirect(HttpServletRequest request, HttpServletResponse response, String path, boolean again)
            throws IOException {
        // Two pages opened at once share the cookie, so that the second does not spoil the first one's login.
        String browser = browserOf(request).orElseGet(Secrets::next);
        String state = Secrets.next();
        store.put("login:" + state, new Wanted(browser, again, path).text(), properties.startWithin());
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(BROWSER_COOKIE, browser, properties.startWithin()).toString());
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(HttpHeaders.LOCATION, address(request, state));
    }

    private static Optional<String> browserOf(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(BROWSER_COOKIE))
                .map(Cookie::getValue)
                .filter(Ids::isId)
                .findFirst();
    }

    ResponseCookie cookie(String name, String value, java.time.Duration life) {
        boolean inFrames = "None".equalsIgnoreCase(properties.cookieSameSite());
        boolean secure = "https".equals(publicUrl.base().getScheme()) || inFrames;
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(secure)
                // Browsers give a page in another site's frame only cookies that belong to that frame alone.
                .partitioned(inFrames)
                .sameSite(properties.cookieSameSite())
                .path("/h5")
                .maxAge(life)
                .build();
    }

    private String address(HttpServletRequest request, String state) {
        String back = URLEncoder.encode(origin(request) + "/h5/login", UTF_8);
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
