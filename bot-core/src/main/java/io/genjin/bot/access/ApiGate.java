package io.genjin.bot.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Nobody gets behind {@code /api} without a bearer token. */
@Component
class ApiGate implements HandlerInterceptor {
    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;

    ApiGate(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && tokens.nameOf(header.substring(SCHEME.length()).strip()).isPresent()) {
            return true;
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .write("{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"Authorization: 需要有效的 Bearer 令牌\"}"
                        .getBytes(StandardCharsets.UTF_8));
        return false;
    }
}
