package io.genjin.bot.member;

import io.genjin.bot.access.PageForbidden;
import io.genjin.bot.access.Viewer;
import io.genjin.crm.Ids;
import io.genjin.crm.member.Member;
import io.genjin.crm.member.MemberId;
import io.genjin.crm.member.MemberStore;
import io.genjin.crm.member.Role;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 成员, for administrators: roles, and a manager where WeCom names none. */
@Controller
class MembersPage {
    private final MemberStore members;
    private final TransactionTemplate tx;
    private final InstantSource clock;

    MembersPage(MemberStore members, TransactionTemplate tx, InstantSource clock) {
        this.members = members;
        this.tx = tx;
        this.clock = clock;
    }

    @GetMapping("/h5/admin/members")
    String list(Viewer viewer, Model model) {
        requireAdmin(viewer);
        List<Member> everybody = members.active();
        model.addAttribute("members", everybody);
        model.addAttribute(
                "names",
                everybody.stream()
                        .collect(Collectors.toMap(member -> member.id().value(), Member::name)));
        return "member/members";
    }

    @GetMapping("/h5/admin/members/{id}")
    String show(Viewer viewer, @PathVariable String id, Model model) {
        requireAdmin(viewer);
        Member member = find(id);
        model.addAttribute("member", member);
        model.addAttribute("roles", Role.values());
        model.addAttribute(
                "people",
                members.active().stream()
                        .filter(other -> !other.id().equals(member.id()))
                        .toList());
        return "member/member";
    }

    @PostMapping("/h5/admin/members/{id}")
    String save(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Set<Role> roles,
            @RequestParam(defaultValue = "") String manager,
            Model model) {
        requireAdmin(viewer);
        Member member = find(id);
        if (roles == null || roles.isEmpty()) {
            model.addAttribute("problem", "至少选一个角色");
            return show(viewer, id, model);
        }
        MemberId chief =
                Ids.isId(manager) && members.find(new MemberId(manager)).isPresent() ? new MemberId(manager) : null;
        tx.executeWithoutResult(status -> {
            members.setRoles(member.id(), EnumSet.copyOf(roles), clock.instant());
            // Setting what is so already would turn WeCom's word into the administrator's.
            if (!java.util.Objects.equals(chief, member.managerId())) {
                members.setManager(member.id(), chief, clock.instant());
            }
        });
        return "redirect:/h5/admin/members";
    }

    private Member find(String id) {
        return (Ids.isId(id) ? members.find(new MemberId(id)) : java.util.Optional.<Member>empty())
                .orElseThrow(PageForbidden::new);
    }

    private static void requireAdmin(Viewer viewer) {
        if (!viewer.admin()) {
            throw new PageForbidden();
        }
    }
}
