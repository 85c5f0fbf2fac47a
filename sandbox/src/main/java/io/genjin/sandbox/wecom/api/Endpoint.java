package io.genjin.sandbox.wecom.api;

import io.genjin.sandbox.wecom.world.Refusal;
import tools.jackson.databind.node.ObjectNode;

/** One path of the server API; called while the world's monitor is held. */
@FunctionalInterface
interface Endpoint {
    /**
     * The answer, with errcode 0.
     *
     * @throws Refusal to answer with another errcode
     */
    ObjectNode answer(ApiRequest request);
}
