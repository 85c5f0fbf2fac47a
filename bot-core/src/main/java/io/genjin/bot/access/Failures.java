package io.genjin.bot.access;

import io.genjin.bot.platform.Trace;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.thymeleaf.exceptions.TemplateProcessingException;

/**
 * Whatever no handler caught, a page's template included: the error page for the viewer, type and lines for the log.
 * Outside everything else, because the web server would log the exception with its message.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Failures extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failure) {
            log.error(
                    "{} {} failed{}: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    template(failure),
                    Trace.of(failure));
            if (!response.isCommitted()) {
                response.reset();
                response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            }
        }
    }

    /** Where in a template it was, which is no line of Java. */
    private static String template(Throwable failure) {
        return failure.getCause() instanceof TemplateProcessingException page
                ? " in " + page.getTemplateName() + ":" + page.getLine()
                : "";
    }
}
