package io.genjin.bot.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Headers that every answer carries, error pages included. No page has a script or a style of its own in its text. */
@Component
final class SecurityHeaders extends OncePerRequestFilter {
    /** A year, as browsers' preload lists ask for. */
    private static final String ALWAYS_TLS = "max-age=31536000";

    private final String policy;
    private final boolean framed;
    private final boolean tls;

    // The address as text: filters are made before everything else, and a missing setting is to be told in its turn.
    SecurityHeaders(
            @Value("${genjin.security.frame-ancestors:'none'}") String frameAncestors,
            @Value("${genjin.public-url:}") String publicUrl) {
        this.policy = "default-src 'self'; img-src 'self' data:; font-src 'self' data:; object-src 'none';"
                + " base-uri 'none'; form-action 'self'; frame-ancestors " + frameAncestors;
        this.framed = !"'none'".equals(frameAncestors);
        this.tls = publicUrl.startsWith("https:");
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        if (!framed) {
            // For WebViews that are older than frame-ancestors.
            response.setHeader("X-Frame-Options", "DENY");
        }
        if (tls) {
            response.setHeader("Strict-Transport-Security", ALWAYS_TLS);
        }
        if (!isAsset(request.getRequestURI())) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }

    private static boolean isAsset(String path) {
        return path.startsWith("/assets/") || path.startsWith("/webjars/");
    }
}
