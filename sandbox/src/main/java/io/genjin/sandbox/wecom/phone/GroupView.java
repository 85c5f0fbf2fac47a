package io.genjin.sandbox.wecom.phone;

import io.genjin.sandbox.wecom.world.GroupChat;
import java.util.List;

/** A group as its members saw it at one moment: id is the chatid or the robot's key. */
public record GroupView(String id, String name, String owner, List<String> userIds, List<ReceivedMessage> messages) {
    /** To be called while the world's monitor is held. */
    public static GroupView of(GroupChat group) {
        return new GroupView(
                group.id(),
                group.name(),
                group.owner(),
                group.userIds(),
                group.lines().stream()
                        .map(line -> ReceivedMessage.of(line, group.owner()))
                        .toList());
    }
}
