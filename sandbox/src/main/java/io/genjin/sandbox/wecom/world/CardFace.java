package io.genjin.sandbox.wecom.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one copy of a card looked like from some moment on.
 *
 * @param card the template_card as sent or updated
 * @param greyText the text that replaced all its buttons, or null while they live
 * @param way how it came: sent, updated (by response code) or replied (passively)
 */
public record CardFace(ObjectNode card, @Nullable String greyText, Instant since, String way) {}
