package io.genjin.bot.access;

import io.genjin.bot.platform.PublicUrl;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The cookies of a login: the session's, and for each begun login a nonce that proves who began it. No script sees them. */
@Component
class LoginCookies {
    static final String SESSION = "genjin_session";
    /** Where WeCom sends a browser back to; the nonce is shown nowhere else. */
    static final String BACK = "/h5/login";

    private static final String NONCE = "genjin_login_";
    private static final String PAGES = "/h5";

    private final LoginProperties properties;
    private final boolean secure;
    private final boolean inFrames;

    LoginCookies(LoginProperties properties, PublicUrl publicUrl) {
        this.properties = properties;
        this.inFrames = "None".equalsIgnoreCase(properties.cookieSameSite());
        this.secure = "https".equals(publicUrl.base().getScheme()) || inFrames;
    }

    /** The session id that the browser shows; whether there is such a session is another question. */
    static Optional<String> session(HttpServletRequest request) {
        return find(request, SESSION);
    }

    void setSession(HttpServletResponse response, String session) {
        set(response, SESSION, session, PAGES, properties.sessionLife());
    }

    void forgetSession(HttpServletResponse response) {
        set(response, SESSION, "", PAGES, Duration.ZERO);
    }

    void setNonce(HttpServletResponse response, String state, String nonce) {
        set(response, nameFor(state), nonce, BACK, properties.startWithin());
    }

    /** The nonce that the browser got with this state, which it forgets now. */
    Optional<String> takeNonce(HttpServletRequest request, HttpServletResponse response, String state) {
        set(response, nameFor(state), "", BACK, Duration.ZERO);
        return find(request, nameFor(state));
    }

    private static Optional<String> find(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
    }

    private static String nameFor(String state) {
        return NONCE + state.substring(0, 8);
    }

    private void set(HttpServletResponse response, String name, String value, String path, Duration life) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(secure)
                // Browsers give a page in another site's frame only cookies that belong to that frame alone.
                .partitioned(inFrames)
                .sameSite(properties.cookieSameSite())
                .path(path)
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
