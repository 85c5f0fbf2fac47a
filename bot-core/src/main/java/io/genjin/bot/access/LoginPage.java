package io.genjin.bot.access;

import io.genjin.bot.access.LoginStart.Wanted;
import io.genjin.bot.wecom.WeComApi;
import io.genjin.bot.wecom.WeComRefused;
import io.genjin.bot.wecom.WeComSilent;
import io.genjin.crm.member.Member;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where WeCom sends a browser back with a code (docs 91022, 91023). */
@Controller
class LoginPage {
    private static final int CODE_EXPIRED = 40029;

    private final WeComApi wecom;
    private final KnownMembers members;
    private final Sessions sessions;
    private final ShortLived store;
    private final LoginStart start;
    private final LoginProperties properties;

    LoginPage(
            WeComApi wecom,
            KnownMembers members,
            Sessions sessions,
            ShortLived store,
            LoginStart start,
            LoginProperties properties) {
        this.wecom = wecom;
        this.members = members;
        this.sessions = sessions;
        this.store = store;
        this.start = start;
        this.properties = properties;
    }

    @GetMapping("/h5/login")
    @Nullable
    String back(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            @CookieValue(name = LoginStart.BROWSER_COOKIE, defaultValue = "") String browser,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Optional<Wanted> wanted =
                state.matches("[0-9a-f]{32}") ? store.take("login:" + state).map(Wanted::of) : Optional.empty();
        if (wanted.isEmpty() || !Secrets.same(wanted.get().browser(), browser)) {
            return message(model, response, 400, "登录没有完成", "请从企业微信里的卡片重新打开。");
        }
        Optional<Member> who;
        try {
            String userId = wecom.userInfo(code).path("userid").asString("");
            who = userId.isEmpty() ? Optional.empty() : Optional.of(members.meet(userId));
        } catch (WeComRefused refused) {
            if (refused.errcode() == CODE_EXPIRED && !wanted.get().again()) {
                start.redirect(request, response, wanted.get().path(), true);
                return null;
            }
            return message(model, response, 400, "登录没有完成", "企业微信没有认出你，请重新打开。");
        } catch (WeComSilent silent) {
            return message(model, response, 503, "稍等再试", "企业微信暂时没有回应。");
        }
        if (who.isEmpty()) {
            return message(model, response, 403, "请在企业微信中打开", "这个页面只给本公司成员看。");
        }
        Member member = who.get();
        if (!member.active()) {
            return message(model, response, 403, "不能打开", "你的账号已停用。");
        }
        String session = sessions.open(member);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                start.cookie(PageGate.SESSION_COOKIE, session, properties.sessionLife())
                        .toString());
        return "redirect:" + wanted.get().path();
    }

    private static String message(Model model, HttpServletResponse response, int status, String title, String text) {
        response.setStatus(status);
        model.addAttribute("title", title);
        model.addAttribute("text", text);
        return "access/message";
    }
}
