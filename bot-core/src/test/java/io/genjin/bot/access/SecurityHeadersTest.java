package io.genjin.bot.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SecurityHeadersTest {

    private static MockHttpServletResponse answer(String path, String url, String ancestors) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new SecurityHeaders(ancestors, url)
                .doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());
        return response;
    }

    @Test
    void nothingInlineRunsAndNobodyFramesUs() throws Exception {
        MockHttpServletResponse page = answer("/h5/drafts", "https://crm.example.com", "'none'");
        assertThat(page.getHeader("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(page.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(page.getHeader("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    }

    @Test
    void theSandboxMayFrameUsWithoutTls() throws Exception {
        MockHttpServletResponse page = answer("/h5/drafts", "http://localhost:8080", "http://localhost:18090");
        assertThat(page.getHeader("Content-Security-Policy")).endsWith("frame-ancestors http://localhost:18090");
        assertThat(page.getHeader("X-Frame-Options")).isNull();
        assertThat(page.getHeader("Strict-Transport-Security")).isNull();
    }

    @Test
    void onlyStylesAreKeptByBrowsersAndProxies() throws Exception {
        assertThat(answer("/assets/genjin.css", "http://localhost", "'none'").getHeader("Cache-Control"))
                .isNull();
        assertThat(answer("/api/v1/leads", "http://localhost", "'none'").getHeader("Cache-Control"))
                .isEqualTo("no-store");
    }
}
