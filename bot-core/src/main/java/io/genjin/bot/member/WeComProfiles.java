package io.genjin.bot.member;

import io.genjin.bot.wecom.WeComApi;
import io.genjin.bot.wecom.WeComRefused;
import io.genjin.crm.member.WeComDepartment;
import io.genjin.crm.member.WeComMember;
import io.genjin.crm.member.WeComStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads members and departments from WeCom (docs 90196, 90201, 90208, 90213). */
@Component
class WeComProfiles {
    private final WeComApi wecom;

    WeComProfiles(WeComApi wecom) {
        this.wecom = wecom;
    }

    List<WeComDepartment> departments() {
        List<WeComDepartment> departments = new ArrayList<>();
        for (JsonNode node : wecom.departments()) {
            List<String> leaders = new ArrayList<>();
            node.path("department_leader").forEach(leader -> leaders.add(leader.asString()));
            departments.add(new WeComDepartment(
                    node.path("id").asLong(),
                    node.path("name").asString(""),
                    node.path("parentid").asLong(0),
                    leaders));
        }
        return departments;
    }

    /** Everybody in these departments, each once; department by department, because big trees are refused (45029). */
    List<WeComMember> membersOf(List<WeComDepartment> departments, Map<String, List<Long>> tags) {
        Map<String, WeComMember> members = new LinkedHashMap<>();
        for (WeComDepartment department : departments) {
            for (JsonNode node : wecom.usersOf(department.id())) {
                WeComMember member = member(node, tags);
                members.putIfAbsent(member.userId(), member);
            }
        }
        return List.copyOf(members.values());
    }

    /** Which of these tags each member carries. */
    Map<String, List<Long>> tagsOf(Iterable<Long> tagIds) {
        Map<String, List<Long>> tags = new HashMap<>();
        for (Long tag : tagIds) {
            for (JsonNode user : wecom.tagMembers(tag).path("userlist")) {
                tags.computeIfAbsent(
                                user.path("userid").asString("").toLowerCase(java.util.Locale.ROOT),
                                key -> new ArrayList<>())
                        .add(tag);
            }
        }
        return tags;
    }

    /** One member; empty when WeCom does not show them to us. */
    Optional<WeComMember> find(String userId, Map<String, List<Long>> tags) {
        try {
            return Optional.of(member(wecom.user(userId), tags));
        } catch (WeComRefused hidden) {
            hidden.throwIfPassing();
            return Optional.empty();
        }
    }

    private static WeComMember member(JsonNode node, Map<String, List<Long>> tags) {
        String userId = node.path("userid").asString("");
        List<Long> departments = longs(node.path("department"));
        List<Long> leading = new ArrayList<>();
        for (int i = 0; i < departments.size(); i++) {
            if (node.path("is_leader_in_dept").path(i).asInt(0) == 1) {
                leading.add(departments.get(i));
            }
        }
        List<String> leaders = new ArrayList<>();
        node.path("direct_leader").forEach(leader -> leaders.add(leader.asString()));
        return new WeComMember(
                userId,
                node.path("name").asString(""),
                departments,
                mainDepartment(node),
                leaders,
                leading,
                node.path("position").asString(""),
                WeComStatus.of(node.path("status").asInt(1)),
                tags.getOrDefault(userId.toLowerCase(java.util.Locale.ROOT), List.of()));
    }

    private static @Nullable Long mainDepartment(JsonNode node) {
        long main = node.path("main_department").asLong(0);
        return main == 0 ? null : main;
    }

    private static List<Long> longs(JsonNode array) {
        List<Long> values = new ArrayList<>();
        array.forEach(value -> values.add(value.asLong()));
        return values;
    }
}
