package io.genjin.cards;

import tools.jackson.databind.node.ObjectNode;

/**
 * A file in a robot's group (doc 91770).
 *
 * @param mediaId from the upload_media of the same robot, at most three days old
 */
public record RobotFile(String mediaId) implements RobotMessage {
    public RobotFile {
        mediaId = Checks.required("file.media_id", mediaId);
    }

    @Override
    public String msgType() {
        return "file";
    }

    @Override
    public ObjectNode body() {
        return Json.object().text("media_id", mediaId).end();
    }
}
