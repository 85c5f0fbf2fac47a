package io.genjin.bot.access;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param authorizeUrl WeCom's silent authorize inside its client (doc 91022)
 * @param webLoginUrl WeCom's login in other browsers (doc 98152)
 * @param sessionLife how long a login lasts at most
 * @param idle how long a login lasts that is not used
 * @param startWithin how long a begun login may take
 * @param extraHosts hosts beside that of {@code genjin.public-url} to which a login may lead back, separated by commas;
 *     {@code *.localhost} stands for all below it
 * @param cookieSameSite {@code None} where pages are shown in a frame of another site, as in the sandbox
 */
@ConfigurationProperties("genjin.login")
record LoginProperties(
        @DefaultValue("https://open.weixin.qq.com/connect/oauth2/authorize")
        String authorizeUrl,

        @DefaultValue("https://login.work.weixin.qq.com/wwlogin/sso/login")
        String webLoginUrl,

        @DefaultValue("PT12H") Duration sessionLife,
        @DefaultValue("PT2H") Duration idle,
        @DefaultValue("PT10M") Duration startWithin,
        @DefaultValue("") String extraHosts,
        @DefaultValue("Lax") String cookieSameSite) {

    boolean allows(String host) {
        String folded = host.toLowerCase(Locale.ROOT);
        List<String> patterns = Arrays.stream(extraHosts.split(","))
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .toList();
        return patterns.stream()
                .anyMatch(pattern -> pattern.startsWith("*.") && pattern.length() > 2
                        ? folded.endsWith(pattern.substring(1)) && folded.length() > pattern.length() - 1
                        : folded.equals(pattern));
    }
}
