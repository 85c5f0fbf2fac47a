package io.genjin.bot.doctor;

import io.genjin.bot.platform.PublicUrl;
import io.genjin.bot.wecom.WeComProbe.Heard;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** WeCom lets a login lead back to {@code genjin.public-url}: https, no port, no IP, exactly the trusted domain (50001). */
@Component
@Order(60)
class TrustedDomainCheck implements Check {
    private final URI url;
    private final boolean sandbox;

    TrustedDomainCheck(PublicUrl url, Environment environment) {
        this.url = url.base();
        this.sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
    }

    @Override
    public String name() {
        return "可信域名";
    }

    @Override
    public Finding look(Round round) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        Optional<Finding> form = sandbox ? Optional.empty() : wrongForm(host);
        if (form.isPresent()) {
            return form.get();
        }
        Optional<Heard> agent = round.agent().filter(Heard::fine);
        if (agent.isEmpty()) {
            return Finding.left("先解决前面一项");
        }
        String trusted = agent.get().body().path("redirect_domain").asString("");
        if (trusted.equalsIgnoreCase(host)) {
            return Finding.good(host + (sandbox ? "（沙箱里不要求 https）" : ""));
        }
        return Finding.bad(
                trusted.isEmpty() ? "应用还没有可信域名" : "可信域名是 " + trusted + "，卡片链接却用 " + host,
                trusted.isEmpty()
                        ? "管理后台 → 应用管理 → 本应用 → 网页授权及JS-SDK，设置可信域名 " + host
                        : "让 genjin.public-url 和应用的可信域名完全一致");
    }

    private Optional<Finding> wrongForm(String host) {
        if (!"https".equals(url.getScheme())) {
            return wrong("不是 https");
        }
        if (url.getPort() != -1) {
            return wrong("带了端口 " + url.getPort());
        }
        if (host.startsWith("[") || host.matches("[0-9.]+")) {
            return wrong("是 IP 地址");
        }
        return host.contains(".") ? Optional.empty() : wrong("不是公网域名");
    }

    private Optional<Finding> wrong(String what) {
        return Optional.of(Finding.bad(
                "genjin.public-url " + what + "，企业微信不会接受", "把 genjin.public-url 改成 https://可信域名，不带端口，不用 IP"));
    }
}
