package io.genjin.sandbox.wecom.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A group of members: made by the application (appchat, doc 90245) or one that a robot posts into (doc 91770). */
public final class GroupChat {
    private final String id;
    private final boolean robot;
    private final List<String> userIds = new ArrayList<>();
    private final List<ChatLine> lines = new ArrayList<>();
    private String name;
    private String owner;

    /** A robot's group has no known owner nor members. */
    public GroupChat(String id, String name, String owner, List<String> userIds, boolean robot) {
        this.id = id;
        this.name = name;
        this.owner = owner;
        this.userIds.addAll(userIds);
        this.robot = robot;
    }

    /** The chatid, or the robot's key. */
    public String id() {
        return id;
    }

    /** Whether a robot posts here. */
    public boolean robot() {
        return robot;
    }

    /** The name shown on phones. */
    public String name() {
        return name;
    }

    /** The owner's userid, empty in a robot's group. */
    public String owner() {
        return owner;
    }

    /** Its members, empty in a robot's group. */
    public List<String> userIds() {
        return List.copyOf(userIds);
    }

    /** All messages; an appchat is invisible on phones until its first. */
    public List<ChatLine> lines() {
        return List.copyOf(lines);
    }

    /** Changes the name. */
    public void rename(String newName) {
        name = newName;
    }

    /** Hands the group over. */
    public void handOver(String newOwner) {
        owner = newOwner;
    }

    /** Changes who is in it. */
    public void setUserIds(List<String> members) {
        userIds.clear();
        userIds.addAll(members);
    }

    /** Posts a message. */
    public void post(String from, String type, JsonNode body, Instant now) {
        lines.add(new ChatLine(UUID.randomUUID().toString(), now, from, type, body, null));
    }
}
