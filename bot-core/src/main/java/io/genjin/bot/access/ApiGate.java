package io.genjin.bot.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Nobody gets behind {@code /api} without a bearer token, and no token further than its scopes ({@link Needs}). */
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
        Optional<ApiToken> token = bearer(request).flatMap(tokens::find);
        if (token.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            Problems.write(response, 401, "Unauthorized", "Authorization: 需要有效的 Bearer 令牌");
            return false;
        }
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        Needs needs = method.getMethodAnnotation(Needs.class);
        if (needs != null && token.get().scopes().contains(needs.value())) {
            return true;
        }
        String missing = needs == null ? "?" : needs.value().word();
        Problems.write(response, 403, "Forbidden", "scope: 这个令牌没有权限 " + missing);
        return false;
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        @Nullable String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
