package io.genjin.bot.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;

/** What a failure says to the caller and to the log: never what was being handled. */
class ApiErrorsTest {
    private static final String CHAT = "13800138000 说报价太贵";

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.genjin.bot.access");

    @BeforeEach
    void listen() {
        lines.start();
        logger.setLevel(Level.ERROR);
        logger.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    private static RuntimeException quoting() {
        return new IllegalArgumentException(CHAT, new IllegalStateException(CHAT));
    }

    private void onlyTypesAndLinesWereLogged() {
        assertThat(lines.list).hasSize(1).allSatisfy(line -> {
            assertThat(line.getThrowableProxy()).isNull();
            assertThat(line.getFormattedMessage())
                    .contains("java.lang.IllegalArgumentException at ApiErrorsTest.java:")
                    .contains("caused by java.lang.IllegalStateException")
                    .doesNotContain("138")
                    .doesNotContain("报价");
        });
    }

    @Test
    void anInnerRefusalIsNoAnswerToTheCaller() {
        var problem = new ApiErrors(Duration.ofSeconds(30))
                .broken(quoting(), new ServletWebRequest(new MockHttpServletRequest("GET", "/api/v1/leads")));
        assertThat(problem.getStatus()).isEqualTo(500);
        assertThat(String.valueOf(problem)).doesNotContain("138").doesNotContain("报价");
        onlyTypesAndLinesWereLogged();
    }

    @Test
    void whatNoHandlerCaughtIsLoggedAlike() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain page = new MockFilterChain(new jakarta.servlet.http.HttpServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void doGet(
                    jakarta.servlet.http.HttpServletRequest request, jakarta.servlet.http.HttpServletResponse answer) {
                throw quoting();
            }
        });
        new Failures().doFilter(new MockHttpServletRequest("GET", "/h5/drafts"), response, page);
        assertThat(response.getStatus()).isEqualTo(500);
        onlyTypesAndLinesWereLogged();
    }
}
