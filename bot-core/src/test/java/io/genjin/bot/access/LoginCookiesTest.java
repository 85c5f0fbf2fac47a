package io.genjin.bot.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.bot.platform.PublicUrl;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class LoginCookiesTest {
    private static final String STATE = "0123456789abcdef0123456789abcdef";

    private static MockHttpServletResponse answer(String publicUrl, String sameSite) {
        LoginProperties properties = new LoginProperties(
                "", "", Duration.ofHours(12), Duration.ofHours(2), Duration.ofMinutes(10), "", sameSite);
        LoginCookies cookies = new LoginCookies(properties, new PublicUrl(publicUrl));
        MockHttpServletResponse response = new MockHttpServletResponse();
        cookies.setNonce(response, STATE, "nonce");
        cookies.setSession(response, "session");
        cookies.forgetSession(response);
        return response;
    }

    @Test
    void cookiesAreOutOfReachOfScriptsOtherSitesAndPlainHttp() {
        assertThat(answer("https://crm.example.com", "Lax").getHeaders("Set-Cookie"))
                .hasSize(3)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/h5")
                        .doesNotContain("Domain", "Partitioned"));
    }

    @Test
    void aNonceIsShownOnlyWhereTheLoginEndsAndForgottenSoon() {
        String nonce = answer("https://crm.example.com", "Lax")
                .getHeaders("Set-Cookie")
                .get(0);
        assertThat(nonce).contains("Path=/h5/login", "Max-Age=600;").startsWith("genjin_login_01234567=nonce");
    }

    @Test
    void onADeskWithoutTlsTheyWorkToo() {
        assertThat(answer("http://localhost:8080", "Lax").getHeaders("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).doesNotContain("Secure"));
        assertThat(answer("http://localhost:8080", "None").getHeaders("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure", "Partitioned", "SameSite=None"));
    }
}
