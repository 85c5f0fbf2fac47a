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
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where WeCom sends a browser back with a code (docs 91022, 91023). */
@Controller
class LoginPage {
    private static final int CODE_EXPIRED = 40029;

    private final WeComApi wecom;
    private final KnownMembers members;
    private final Sessions sessions;
    private final LoginStart start;
    private final LoginCookies cookies;

    LoginPage(WeComApi wecom, KnownMembers members, Sessions sessions, LoginStart start, LoginCookies cookies) {
        this.wecom = wecom;
        this.members = members;
        this.sessions = sessions;
        this.start = start;
        this.cookies = cookies;
    }

    @GetMapping("/h5/login")
    @Nullable
    String back(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Optional<Wanted> wanted = start.take(request, response, state);
        if (wanted.isEmpty()) {
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
        LoginCookies.session(request).ifPresent(sessions::close);
        cookies.setSession(response, sessions.open(member));
        return "redirect:" + wanted.get().path();
    }

    @PostMapping("/h5/logout")
    String logOut(Viewer viewer, HttpServletRequest request, HttpServletResponse response, Model model) {
        LoginCookies.session(request).ifPresent(sessions::close);
        cookies.forgetSession(response);
        return message(model, response, 200, "已退出", viewer.member().name() + "，再见。");
    }

    private static String message(Model model, HttpServletResponse response, int status, String title, String text) {
        response.setStatus(status);
        model.addAttribute("title", title);
        model.addAttribute("text", text);
        return "access/message";
    }
}
