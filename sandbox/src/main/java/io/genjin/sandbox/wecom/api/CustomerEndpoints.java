package io.genjin.sandbox.wecom.api;

import io.genjin.sandbox.wecom.world.Contact;
import io.genjin.sandbox.wecom.world.Contact.Follow;
import io.genjin.sandbox.wecom.world.Directory;
import io.genjin.sandbox.wecom.world.Refusal;
import io.genjin.sandbox.wecom.world.World;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** External contacts (docs 92571, 92113, 92114, 92994). */
final class CustomerEndpoints {
    private final Directory directory;

    CustomerEndpoints(World world) {
        this.directory = world.directory;
    }

    void addTo(Routes routes) {
        routes.get("externalcontact/get_follow_user_list", Routes.APP, this::followers);
        routes.get("externalcontact/list", Routes.APP, this::list);
        routes.get("externalcontact/get", Routes.APP, this::get);
        routes.post("externalcontact/batch/get_by_user", Routes.APP, this::batch);
    }

    private ObjectNode followers(ApiRequest request) {
        var answer = Routes.ok();
        var list = answer.putArray("follow_user");
        directory.members().forEach(member -> list.add(member.userId()));
        return answer;
    }

    private ObjectNode list(ApiRequest request) {
        var userId = member(request.requireQuery("userid"));
        var answer = Routes.ok();
        var list = answer.putArray("external_userid");
        directory.contacts().stream()
                .filter(contact -> follow(contact, userId).isPresent())
                .forEach(contact -> list.add(contact.externalUserId()));
        if (list.isEmpty()) {
            throw new Refusal(84061, "the member has no external contact");
        }
        return answer;
    }

    private ObjectNode get(ApiRequest request) {
        var contact = directory
                .contact(request.requireQuery("external_userid"))
                .orElseThrow(() -> new Refusal(40096, "invalid external_userid"));
        var answer = Routes.ok();
        describe(contact, answer.putObject("external_contact"));
        var follows = answer.putArray("follow_user");
        contact.follows().forEach(follow -> describe(follow, follows.addObject()));
        return answer;
    }

    private ObjectNode batch(ApiRequest request) {
        var users = request.texts("userid_list");
        if (users.isEmpty() || users.size() > 100) {
            throw new Refusal(40058, "userid_list needs 1 to 100 userids");
        }
        var limit = request.number("limit", 50, 1, 100);
        var cursor = request.text("cursor");
        if (!cursor.matches("\\d{0,9}")) {
            throw new Refusal(40058, "invalid cursor");
        }
        var start = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        var pairs = users.stream().map(this::member).flatMap(this::pairs).toList();
        var answer = Routes.ok();
        var list = answer.putArray("external_contact_list");
        pairs.stream().skip(start).limit(limit).forEach(pair -> {
            var item = list.addObject();
            describe(pair.contact(), item.putObject("external_contact"));
            describe(pair.follow(), item.putObject("follow_info"));
        });
        return answer.put("next_cursor", start + limit < pairs.size() ? Integer.toString(start + limit) : "");
    }

    private Stream<Pair> pairs(String userId) {
        return directory.contacts().stream()
                .flatMap(contact -> follow(contact, userId).stream().map(follow -> new Pair(contact, follow)));
    }

    private String member(String userId) {
        return directory
                .member(userId)
                .map(member -> Directory.fold(member.userId()))
                .orElseThrow(() -> new Refusal(60111, "userid not found"));
    }

    private static Optional<Follow> follow(Contact contact, String userId) {
        return contact.follows().stream()
                .filter(follow -> Directory.fold(follow.userId()).equals(userId))
                .findFirst();
    }

    private static void describe(Contact contact, ObjectNode json) {
        json.put("external_userid", contact.externalUserId()).put("name", contact.name());
        json.put("type", 1).put("gender", 0).put("avatar", "");
    }

    private static void describe(Follow follow, ObjectNode json) {
        json.put("userid", follow.userId()).put("remark", follow.remark()).put("description", "");
        json.put("createtime", follow.since().getEpochSecond());
        if (!follow.remarkCompany().isEmpty()) {
            json.put("remark_corp_name", follow.remarkCompany());
            json.put("remark_company", follow.remarkCompany());
        }
        json.putArray("tags");
        json.putArray("remark_mobiles");
        json.put("oper_userid", follow.userId()).put("add_way", 1).put("state", "");
    }

    private record Pair(Contact contact, Follow follow) {}
}
