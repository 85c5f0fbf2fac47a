package io.genjin.bot.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Nobody gets behind {@code /h5} without a session; nothing is changed there without the form's own secret. */
@Component
class PageGate implements HandlerInterceptor {
    static final String VIEWER = Viewer.class.getName();

    private final Sessions sessions;
    private final LoginStart start;

    PageGate(Sessions sessions, LoginStart start) {
        this.sessions = sessions;
        this.start = start;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Optional<Viewer> viewer = LoginCookies.session(request).flatMap(sessions::find);
        boolean reads = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        if (viewer.isEmpty()) {
            if (reads) {
                start.redirect(request, response, wanted(request), false);
            } else {
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            }
            return false;
        }
        if (!reads && !Secrets.same(viewer.get().csrf(), String.valueOf(request.getParameter("csrf")))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        request.setAttribute(VIEWER, viewer.get());
        return true;
    }

    private static String wanted(HttpServletRequest request) {
        String query = request.getQueryString();
        String path = request.getRequestURI() + (query == null ? "" : "?" + query);
        // "//host" would lead a browser away from us.
        return path.startsWith("/h5/") && path.length() <= 500 && !path.contains("\n") ? path : "/h5/drafts";
    }
}
