package io.genjin.cards;

import tools.jackson.databind.node.ObjectNode;

/**
 * A picture that was uploaded before (doc 90236, 90253).
 *
 * @param mediaId from media/upload; WeCom forgets it after three days
 */
public record Image(String mediaId) implements PlainMessage {
    public Image {
        mediaId = Checks.required("image.media_id", mediaId);
    }

    @Override
    public String msgType() {
        return "image";
    }

    @Override
    public ObjectNode body() {
        return Json.object().text("media_id", mediaId).end();
    }
}
