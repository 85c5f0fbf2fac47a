package io.genjin.sandbox.wecom.phone;

import io.genjin.sandbox.wecom.wire.CallbackXml;
import io.genjin.sandbox.wecom.world.AppMessage;
import org.jspecify.annotations.Nullable;

/** An event in a member's chat with the application, and the card that it happened on, if any. */
record MemberEvent(
        String what,
        String userId,
        CallbackXml xml,
        @Nullable AppMessage card) {}
