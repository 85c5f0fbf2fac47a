package io.genjin.bot.doctor;

import io.genjin.bot.wecom.WeComProbe.Heard;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** WeCom lets this machine's address call (60020 otherwise, which names the address). */
@Component
@Order(40)
class TrustedIpCheck implements Check {
    private static final int NOT_TRUSTED = 60020;

    @Override
    public String name() {
        return "可信 IP";
    }

    @Override
    public Finding look(Round round) {
        Heard login = round.login();
        Optional<Heard> refused = Optional.of(login)
                .filter(heard -> heard.is(NOT_TRUSTED))
                .or(() -> round.agent().filter(heard -> heard.is(NOT_TRUSTED)));
        if (refused.isPresent()) {
            String ip = refused.get().callerIp().orElse("这台机器的出口地址");
            return Finding.bad(ip + " 不在应用的「企业可信IP」里（60020）", "管理后台 → 应用管理 → 本应用 → 企业可信IP，加上 " + ip + "，约 1 分钟后生效");
        }
        return round.agent().filter(heard -> !heard.silent()).isPresent()
                ? Finding.good("企业微信接受这台机器")
                : Finding.left("先解决前面一项");
    }
}
