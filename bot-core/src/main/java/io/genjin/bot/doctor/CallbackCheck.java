package io.genjin.bot.doctor;

import io.genjin.bot.platform.BusinessTime;
import io.genjin.bot.platform.PublicUrl;
import io.genjin.bot.wecom.CallbackLog;
import io.genjin.bot.wecom.CallbackLog.Seen;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** WeCom has reached us with our token and key; the running bot notes it, so a separate doctor sees it, too. */
@Component
@Order(70)
class CallbackCheck implements Check {
    private final CallbackLog book;
    private final PublicUrl url;

    CallbackCheck(CallbackLog book, PublicUrl url) {
        this.book = book;
        this.url = url;
    }

    @Override
    public String name() {
        return "回调";
    }

    @Override
    public Finding look(Round round) {
        Seen seen;
        try {
            seen = book.read();
        } catch (DataAccessException unreadable) {
            return Finding.left("先解决数据库，并让机器人启动一次");
        }
        Instant valid = seen.validAt().orElse(Instant.MIN);
        if (seen.mismatchAt().filter(valid::isBefore).isPresent()) {
            return mismatch(seen);
        }
        return seen.validAt()
                .map(at -> Finding.good("最近一次 " + BusinessTime.dayAndClock(at)))
                .orElseGet(() -> Finding.bad(
                        "企业微信还没有来过",
                        "让机器人运行着，在管理后台 → 本应用 → 接收消息 → 设置API接收，URL 填 " + url.of("/wecom/callback") + "，点保存"));
    }

    private static Finding mismatch(Seen seen) {
        String at = BusinessTime.dayAndClock(seen.mismatchAt().orElseThrow());
        if (seen.mismatch().filter("STALE"::equals).isPresent()) {
            return Finding.bad(at + " 来的回调签名对，但时间太旧，没有收下", "多半是本机时钟快了：用 NTP 校准；也可能是别人重放，见 genjin.callback.max-age");
        }
        String setting =
                switch (seen.mismatch().orElse("")) {
                    case "SIGNATURE" -> "wx.cp.token";
                    case "CORP" -> "wx.cp.corp-id";
                    default -> "wx.cp.aes-key";
                };
        return Finding.bad(
                at + " 来的请求和 " + setting + " 对不上",
                "把管理后台「接收消息」里的 Token 和 EncodingAESKey 原样填到 wx.cp.token 和 wx.cp.aes-key，重启后再点保存");
    }
}
