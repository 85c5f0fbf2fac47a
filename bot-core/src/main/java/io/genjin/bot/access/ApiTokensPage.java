package io.genjin.bot.access;

import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 接口令牌, for administrators. */
@Controller
class ApiTokensPage {
    private static final int LONGEST_NAME = 40;

    private final ApiTokens tokens;

    ApiTokensPage(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping("/h5/admin/tokens")
    String show(Viewer viewer, Model model) {
        requireAdmin(viewer);
        model.addAttribute("tokens", tokens.all());
        model.addAttribute("scopes", Scope.values());
        return "access/tokens";
    }

    @PostMapping("/h5/admin/tokens")
    String make(
            Viewer viewer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") Set<Scope> scopes,
            Model model) {
        requireAdmin(viewer);
        String given = name.strip();
        if (given.isEmpty() || given.length() > LONGEST_NAME) {
            model.addAttribute("problem", "名称须为 1 到 " + LONGEST_NAME + " 个字");
        } else if (scopes.isEmpty()) {
            model.addAttribute("problem", "至少选一项权限");
        } else {
            model.addAttribute("secret", tokens.make(given, scopes));
        }
        return show(viewer, model);
    }

    @PostMapping("/h5/admin/tokens/remove")
    String remove(Viewer viewer, @RequestParam String id) {
        requireAdmin(viewer);
        tokens.remove(id);
        return "redirect:/h5/admin/tokens";
    }

    private static void requireAdmin(Viewer viewer) {
        if (!viewer.admin()) {
            throw new PageForbidden();
        }
    }
}
