package io.genjin.cards;

import tools.jackson.databind.node.ObjectNode;

/**
 * A file that was uploaded before (doc 90236, 90253).
 *
 * @param mediaId from media/upload; WeCom forgets it after three days
 */
public record File(String mediaId) implements PlainMessage {
    public File {
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
