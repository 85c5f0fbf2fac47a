package io.genjin.bot.doctor;

import io.genjin.bot.wecom.WeComProbe.Heard;
import io.genjin.bot.wecom.WeComProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** WeCom answers at all, and knows the corporation (doc 91039). */
@Component
@Order(20)
class CorpCheck implements Check {
    private final WeComProperties properties;

    CorpCheck(WeComProperties properties) {
        this.properties = properties;
    }

    @Override
    public String name() {
        return "企业 ID";
    }

    @Override
    public Finding look(Round round) {
        Heard login = round.login();
        if (login.silent()) {
            String host = String.valueOf(properties.baseApiUrl().getHost());
            return Finding.bad("企业微信没有回应（" + host + "）", "让这台机器能访问 " + properties.baseApiUrl());
        }
        return login.is(40013)
                ? Finding.bad("企业微信不认识 " + properties.corpId(), "把 wx.cp.corp-id 改成管理后台「我的企业」里的企业 ID")
                : Finding.good(properties.corpId());
    }
}
