package io.genjin.bot.doctor;

import io.genjin.bot.wecom.WeComProbe.Heard;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 微信客服, where it is used: its secret, and at least one account that we may manage (doc 94661). */
@Component
@Order(100)
class KfCheck implements Check {

    @Override
    public String name() {
        return "微信客服";
    }

    @Override
    public Finding look(Round round) {
        Heard app = round.login();
        if (app.silent()) {
            return Finding.left("先解决企业 ID");
        }
        Optional<Heard> own = round.kfLogin();
        return own.isPresent() ? withOwnSecret(round, own.get()) : withTheApplication(round, app);
    }

    private static Finding withOwnSecret(Round round, Heard login) {
        if (!login.fine()) {
            return SecretCheck.ofLogin(login, "wx.cp.kf-secret", "微信客服的 API 页面");
        }
        Heard accounts = round.kfAccounts(login);
        if (accounts.is(60020)) {
            String ip = accounts.callerIp().orElse("这台机器的出口地址");
            return Finding.bad(ip + " 不在微信客服的可信IP里（60020）", "管理后台 → 微信客服 → API → 企业可信IP，加上 " + ip);
        }
        if (!accounts.fine()) {
            String answer = accounts.errcode().map(code -> "答复 " + code).orElse("没有回应");
            return Finding.bad("读不到客服账号，企业微信" + answer, "管理后台 → 微信客服 → API，允许本应用管理客服账号");
        }
        return found(accounts).orElseGet(() -> Finding.bad("没有可管理的客服账号", "管理后台 → 微信客服，建一个客服账号，并交给 API 管理"));
    }

    private static Finding withTheApplication(Round round, Heard app) {
        return Optional.of(app)
                .filter(Heard::fine)
                .map(round::kfAccounts)
                .filter(Heard::fine)
                .flatMap(KfCheck::found)
                .orElseGet(() -> Finding.left("没有使用"));
    }

    private static Optional<Finding> found(Heard accounts) {
        int count = accounts.body().path("account_list").size();
        return count == 0 ? Optional.empty() : Optional.of(Finding.good(count + " 个客服账号"));
    }
}
