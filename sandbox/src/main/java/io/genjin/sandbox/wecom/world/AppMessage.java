package io.genjin.sandbox.wecom.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** A message of the application with each receiver's copy; a card's copies change one by one. */
public final class AppMessage {
    private final String msgId;
    private final Instant sentAt;
    private final String type;
    private final ObjectNode body;
    private final Map<String, List<CardFace>> copies = new LinkedHashMap<>();
    private boolean recalled;
    private int codesIssued;
    private int codesSpent;

    /** The body is the object named after the type; receivers are folded userids. */
    public AppMessage(String msgId, Instant sentAt, String type, ObjectNode body, List<String> receivers) {
        this.msgId = msgId;
        this.sentAt = sentAt;
        this.type = type;
        this.body = body;
        for (var receiver : receivers) {
            var faces = new ArrayList<CardFace>();
            if (isCard()) {
                faces.add(new CardFace(body, null, sentAt, "sent"));
            }
            copies.put(receiver, faces);
        }
    }

    /** Its id for recall. */
    public String msgId() {
        return msgId;
    }

    /** When it was sent. */
    public Instant sentAt() {
        return sentAt;
    }

    /** The msgtype. */
    public String type() {
        return type;
    }

    /** The body as first sent. */
    public ObjectNode body() {
        return body;
    }

    /** Whether it is a template card. */
    public boolean isCard() {
        return type.equals("template_card");
    }

    /** The task id of a card, else empty. */
    public String taskId() {
        return body.path("task_id").asString("");
    }

    /** Folded userids of all who were addressed. */
    public List<String> receivers() {
        return List.copyOf(copies.keySet());
    }

    /** Every face that this receiver's copy has had, the oldest first. */
    public List<CardFace> faces(String userId) {
        return List.copyOf(copies.getOrDefault(Directory.fold(userId), List.of()));
    }

    /** What this receiver's copy looks like now. */
    public CardFace face(String userId) {
        var faces = faces(userId);
        if (faces.isEmpty()) {
            throw new IllegalStateException(userId + " has no copy of a card with task_id " + taskId());
        }
        return faces.get(faces.size() - 1);
    }

    /** Redraws one copy; does nothing for somebody who has none. */
    public void redraw(String userId, CardFace face) {
        var faces = copies.get(Directory.fold(userId));
        if (faces != null) {
            faces.add(face);
        }
    }

    /** Takes the message back from all phones. */
    public void recall() {
        recalled = true;
    }

    /** Whether it was taken back. */
    public boolean recalled() {
        return recalled;
    }

    /** Counts a response code given out for it. */
    public void codeIssued() {
        codesIssued++;
    }

    /** Counts a response code used on it. */
    public void codeSpent() {
        codesSpent++;
    }

    /** Response codes given out so far. */
    public int codesIssued() {
        return codesIssued;
    }

    /** Response codes used so far. */
    public int codesSpent() {
        return codesSpent;
    }
}
