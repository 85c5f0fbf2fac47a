package io.genjin.bot.outbox;

import io.genjin.crm.member.MemberId;
import java.util.Optional;

/** Whom a push is for: {@code member:{id}}, {@code chat:{chatid}}, {@code robot:{id}}, {@code outlet:{name}}. */
public record Recipient(String value) {
    private static final String MEMBER = "member:";
    private static final String CHAT = "chat:";
    private static final String ROBOT = "robot:";
    private static final String OUTLET = "outlet:";

    public static Recipient member(MemberId id) {
        return new Recipient(MEMBER + id.value());
    }

    /** A group that the application made, by its chatid. */
    public static Recipient chat(String chatId) {
        return new Recipient(CHAT + chatId);
    }

    /** A group robot, by our id for it: its webhook key is a secret and has no place here. */
    public static Recipient robot(String id) {
        return new Recipient(ROBOT + id);
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

    boolean isChat() {
        return value.startsWith(CHAT);
    }

    boolean isRobot() {
        return value.startsWith(ROBOT);
    }

    /** The outside CRM's name, or empty. */
    public Optional<String> outletName() {
        return value.startsWith(OUTLET) ? Optional.of(value.substring(OUTLET.length())) : Optional.empty();
    }
}
