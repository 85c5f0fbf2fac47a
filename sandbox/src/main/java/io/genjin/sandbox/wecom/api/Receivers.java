package io.genjin.sandbox.wecom.api;

import io.genjin.sandbox.wecom.world.Directory;
import io.genjin.sandbox.wecom.world.Member;
import io.genjin.sandbox.wecom.world.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who touser, toparty and totag mean (doc 90236). Ids are folded to lower case, as WeCom answers them. */
record Receivers(
        Set<String> users,
        List<String> invalidUsers,
        List<String> invalidParties,
        List<String> invalidTags,
        List<String> unlicensed) {

    static Receivers of(ApiRequest request, Directory directory) {
        return of(
                split(request.text("touser")), split(request.text("toparty")), split(request.text("totag")), directory);
    }

    static Receivers of(List<String> toUser, List<String> toParty, List<String> toTag, Directory directory) {
        if (toUser.isEmpty() && toParty.isEmpty() && toTag.isEmpty()) {
            throw new Refusal(82001, "touser, toparty and totag are all empty");
        }
        limit(toUser, 1000, 40032);
        limit(toParty, 100, 82002);
        limit(toTag, 100, 82003);
        var found = new LinkedHashSet<Member>();
        var receivers = new Receivers(
                new LinkedHashSet<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        if (toUser.contains("@all")) {
            found.addAll(directory.members());
        } else {
            for (var id : toUser) {
                directory.member(id).ifPresentOrElse(found::add, () -> receivers.invalidUsers.add(Directory.fold(id)));
            }
            for (var id : toParty) {
                number(id)
                        .flatMap(directory::department)
                        .ifPresentOrElse(
                                party -> found.addAll(directory.membersOf(party.id(), true)),
                                () -> receivers.invalidParties.add(id));
            }
            for (var id : toTag) {
                number(id)
                        .flatMap(directory::tag)
                        .ifPresentOrElse(
                                tag -> tag.userIds()
                                        .forEach(user -> directory.member(user).ifPresent(found::add)),
                                () -> receivers.invalidTags.add(id));
            }
        }
        for (var member : found) {
            var id = Directory.fold(member.userId());
            if (member.licensed()) {
                receivers.users.add(id);
            } else {
                receivers.unlicensed.add(id);
            }
        }
        return receivers;
    }

    private static Optional<Integer> number(String id) {
        return id.matches("\\d{1,9}") ? Optional.of(Integer.parseInt(id)) : Optional.empty();
    }

    private static List<String> split(String joined) {
        return Stream.of(joined.split("\\|")).filter(id -> !id.isBlank()).toList();
    }

    private static void limit(List<String> ids, int limit, int errcode) {
        if (ids.size() > limit) {
            throw new Refusal(errcode, "more than " + limit + " receivers in one field");
        }
    }
}
