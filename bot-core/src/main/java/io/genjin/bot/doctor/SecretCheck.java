package io.genjin.bot.doctor;

import io.genjin.bot.wecom.WeComProbe.Heard;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The application's secret opens the corporation (doc 91039). */
@Component
@Order(30)
class SecretCheck implements Check {

    @Override
    public String name() {
        return "Secret";
    }

    @Override
    public Finding look(Round round) {
        Heard login = round.login();
        if (login.silent() || login.is(40013)) {
            return Finding.left("先解决企业 ID");
        }
        return ofLogin(login, "wx.cp.corp-secret", "应用详情页");
    }

    /** What an answer of gettoken says about a secret. */
    static Finding ofLogin(Heard login, String setting, String where) {
        int errcode = login.errcode().orElse(-1);
        return switch (errcode) {
            case 0 -> Finding.good("有效");
            case 40001 ->
                Finding.bad("企业微信不接受（40001，不会重试，以免 IP 被封）", "从" + where + "重新复制 Secret 到 " + setting + "，再重启");
            case 40091 -> Finding.bad("属于另一家企业（40091）", "核对 wx.cp.corp-id 和 " + setting + " 是否同一家企业");
            case 60020 -> Finding.left("先解决可信 IP");
            default -> WeComTrouble.refused(errcode);
        };
    }
}
