package io.genjin.sandbox.wecom.api;

import io.genjin.sandbox.wecom.world.Department;
import io.genjin.sandbox.wecom.world.Directory;
import io.genjin.sandbox.wecom.world.Member;
import io.genjin.sandbox.wecom.world.Refusal;
import io.genjin.sandbox.wecom.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The contacts: user/*, department/*, tag/* (docs 90196, 90200, 90201, 90208, 95350, 95351, 90213). */
final class ContactEndpoints {
    private final Directory directory;

    ContactEndpoints(World world) {
        this.directory = world.directory;
    }

    void addTo(Routes routes) {
        routes.get("user/get", Routes.APP, this::user);
        routes.get("user/simplelist", Routes.APP, request -> users(request, false));
        routes.get("user/list", Routes.APP, request -> users(request, true));
        routes.get("department/list", Routes.APP, this::departments);
        routes.get("department/simplelist", Routes.APP, this::departmentIds);
        routes.get("department/get", Routes.APP, request -> {
            var answer = Routes.ok();
            describe(department(request.requireQuery("id")), answer.putObject("department"));
            return answer;
        });
        routes.get("tag/list", Routes.APP, this::tags);
        routes.get("tag/get", Routes.APP, this::tag);
    }

    private ObjectNode user(ApiRequest request) {
        var member = directory
                .member(request.requireQuery("userid"))
                .orElseThrow(() -> new Refusal(60111, "userid not found"));
        return describe(member, Routes.ok());
    }

    private ObjectNode users(ApiRequest request, boolean details) {
        var department = department(request.requireQuery("department_id"));
        var answer = Routes.ok();
        var list = answer.putArray("userlist");
        for (var member : directory.membersOf(
                department.id(), request.query("fetch_child").equals("1"))) {
            if (details) {
                describe(member, list.addObject());
            } else {
                var brief = list.addObject().put("userid", member.userId()).put("name", member.name());
                numbers(brief.putArray("department"), member.departments());
            }
        }
        return answer;
    }

    private ObjectNode departments(ApiRequest request) {
        var answer = Routes.ok();
        var list = answer.putArray("department");
        selected(request).forEach(each -> describe(each, list.addObject()));
        return answer;
    }

    private ObjectNode departmentIds(ApiRequest request) {
        var answer = Routes.ok();
        var list = answer.putArray("department_id");
        for (var each : selected(request)) {
            list.addObject()
                    .put("id", each.id())
                    .put("parentid", each.parentId())
                    .put("order", 100000);
        }
        return answer;
    }

    private List<Department> selected(ApiRequest request) {
        if (request.query("id").isEmpty()) {
            return List.copyOf(directory.departments());
        }
        var root = department(request.query("id"));
        var all = new ArrayList<Department>(List.of(root));
        all.addAll(directory.below(root.id()));
        return all;
    }

    private ObjectNode tags(ApiRequest request) {
        var answer = Routes.ok();
        var list = answer.putArray("taglist");
        directory.tags().forEach(tag -> list.addObject().put("tagid", tag.id()).put("tagname", tag.name()));
        return answer;
    }

    private ObjectNode tag(ApiRequest request) {
        var id = request.requireQuery("tagid");
        var tag = Stream.of(id)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .flatMap(number -> directory.tag(number).stream())
                .findFirst()
                .orElseThrow(() -> new Refusal(40068, "invalid tagid"));
        var answer = Routes.ok().put("tagname", tag.name());
        var users = answer.putArray("userlist");
        for (var userId : tag.userIds()) {
            directory.member(userId).ifPresent(member -> users.addObject()
                    .put("userid", member.userId())
                    .put("name", member.name()));
        }
        answer.putArray("partylist");
        return answer;
    }

    private Department department(String id) {
        if (!id.matches("\\d{1,9}")) {
            throw new Refusal(40066, "invalid department id");
        }
        return directory.department(Integer.parseInt(id)).orElseThrow(() -> new Refusal(60123, "department not found"));
    }

    private void describe(Department department, ObjectNode json) {
        json.put("id", department.id()).put("name", department.name());
        json.put("parentid", department.parentId()).put("order", 100000);
        var leaders = json.putArray("department_leader");
        directory.members().stream()
                .filter(member -> member.leads().contains(department.id()))
                .forEach(member -> leaders.add(member.userId()));
    }

    private static ObjectNode describe(Member member, ObjectNode json) {
        json.put("userid", member.userId()).put("name", member.name());
        numbers(json.putArray("department"), member.departments());
        numbers(
                json.putArray("order"),
                member.departments().stream().map(each -> 0).toList());
        json.put("position", member.position());
        numbers(
                json.putArray("is_leader_in_dept"),
                member.departments().stream()
                        .map(each -> member.leads().contains(each) ? 1 : 0)
                        .toList());
        var leader = json.putArray("direct_leader");
        if (member.directLeader() != null) {
            leader.add(member.directLeader());
        }
        return json.put("main_department", member.departments().get(0))
                .put("status", 1)
                .put("alias", "");
    }

    private static void numbers(ArrayNode list, List<Integer> numbers) {
        numbers.forEach(list::add);
    }
}
