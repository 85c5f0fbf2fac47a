package io.genjin.sandbox.wecom.api;

import io.genjin.sandbox.wecom.world.Directory;
import io.genjin.sandbox.wecom.world.GroupChat;
import io.genjin.sandbox.wecom.world.Refusal;
import io.genjin.sandbox.wecom.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** appchat/create, get, update and send (docs 90245, 90247, 98913, 90248). */
final class AppChatEndpoints {
    private static final Set<String> TYPES =
            Set.of("text", "image", "voice", "video", "file", "textcard", "news", "mpnews", "markdown");
    private static final int NAME_CHARACTERS = 50;

    private final World world;
    private final MessageBodies bodies;

    AppChatEndpoints(World world) {
        this.world = world;
        this.bodies = new MessageBodies(world);
    }

    void addTo(Routes routes) {
        routes.post("appchat/create", Routes.APP, this::create);
        routes.post("appchat/update", Routes.APP, this::update);
        routes.post("appchat/send", Routes.APP, this::send);
        routes.get("appchat/get", Routes.APP, this::get);
    }

    private ObjectNode create(ApiRequest request) {
        limit("create", 1000, Duration.ofDays(1));
        var users = members(request.texts("userlist"));
        var chatId = request.text("chatid");
        if (chatId.isEmpty()) {
            chatId = UUID.randomUUID().toString().replace("-", "");
        }
        if (!chatId.matches("[0-9a-zA-Z]{1,32}")) {
            throw new Refusal(86001, "chatid needs 1 to 32 letters and digits");
        }
        if (world.groups.containsKey(chatId)) {
            throw new Refusal(86215, "chatid exists");
        }
        if (users.size() < 2 || users.size() > 2000) {
            throw new Refusal(86006, "a group has 2 to 2000 members");
        }
        var owner = request.text("owner").isEmpty() ? users.get(0) : Directory.fold(request.text("owner"));
        requireMember(users, owner);
        world.groups.put(chatId, new GroupChat(chatId, name(request.text("name")), owner, users, false));
        return Routes.ok().put("chatid", chatId);
    }

    private ObjectNode update(ApiRequest request) {
        limit("update", 1000, Duration.ofHours(1));
        var group = group(request.require("chatid"));
        var users = new LinkedHashSet<>(group.userIds());
        users.addAll(members(request.texts("add_user_list")));
        request.texts("del_user_list").stream().map(Directory::fold).forEach(users::remove);
        if (users.size() < 2 || users.size() > 2000) {
            throw new Refusal(86006, "a group has 2 to 2000 members");
        }
        var owner = request.text("owner").isEmpty() ? group.owner() : Directory.fold(request.text("owner"));
        requireMember(List.copyOf(users), owner);
        group.setUserIds(List.copyOf(users));
        group.handOver(owner);
        if (!request.text("name").isEmpty()) {
            group.rename(name(request.text("name")));
        }
        return Routes.ok();
    }

    private ObjectNode get(ApiRequest request) {
        var group = group(request.requireQuery("chatid"));
        var answer = Routes.ok();
        var info = answer.putObject("chat_info");
        info.put("chatid", group.id()).put("name", group.name()).put("owner", group.owner());
        group.userIds().forEach(info.putArray("userlist")::add);
        return answer;
    }

    private ObjectNode send(ApiRequest request) {
        var group = group(request.require("chatid"));
        var type = request.text("msgtype");
        if (!TYPES.contains(type)) {
            throw new Refusal(40008, "appchat does not know msgtype " + type);
        }
        request.number("safe", 0, 0, 1);
        group.post("app", type, bodies.check(request, type, 2048), world.clock.instant());
        return Routes.ok();
    }

    private GroupChat group(String chatId) {
        var group = world.groups.get(chatId);
        if (group == null || group.robot()) {
            throw new Refusal(86003, "chatid not found");
        }
        return group;
    }

    private List<String> members(List<String> userIds) {
        var folded = new ArrayList<String>();
        for (var userId : userIds) {
            if (world.directory.member(userId).isEmpty()) {
                throw new Refusal(86007, "illegal member " + userId);
            }
            folded.add(Directory.fold(userId));
        }
        return folded.stream().distinct().toList();
    }

    private static void requireMember(List<String> users, String owner) {
        if (!users.contains(owner)) {
            throw new Refusal(86207, "the owner is not in the list");
        }
    }

    private void limit(String what, int times, Duration in) {
        if (!world.rates.permit("appchat/" + what, times, in, world.clock.instant())) {
            throw new Refusal(45009, "appchat/" + what + " too often");
        }
    }

    private static String name(String name) {
        return name.codePointCount(0, name.length()) <= NAME_CHARACTERS
                ? name
                : name.substring(0, name.offsetByCodePoints(0, NAME_CHARACTERS));
    }
}
