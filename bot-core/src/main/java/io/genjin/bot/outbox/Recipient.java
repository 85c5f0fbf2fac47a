package io.genjin.bot.outbox;

import io.genjin.crm.member.MemberId;
import java.util.Optional;

/** Whom a push is for: {@code member:{id}}, {@code outlet:{name}}; later also chats and robots. */
public record Recipient(String value) {
    private static final String MEMBER = "member:";
    private static final String OUTLET = "outlet:";

    public static Recipient member(MemberId id) {
        return new Recipient(MEMBER + id.value());
    }

    /** An outside CRM. */
    public static Recipient outlet(String name) {
        return new Recipient(OUTLET + name);
    }

    Optional<MemberId> memberId() {
        return value.startsWith(MEMBER)
                ? Optional.of(new MemberId(value.substring(MEMBER.length())))
                : Optional.empty();
    }

    /** The outside CRM's name, or empty. */
    public Optional<String> outletName() {
        return value.startsWith(OUTLET) ? Optional.of(value.substring(OUTLET.length())) : Optional.empty();
    }
}
