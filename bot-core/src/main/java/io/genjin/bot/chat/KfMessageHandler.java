package io.genjin.bot.chat;

import io.genjin.bot.customer.ContactDirectory;
import io.genjin.bot.inbox.InboxHandler;
import io.genjin.bot.member.MemberDirectory;
import io.genjin.crm.chat.ChatSource;
import io.genjin.crm.chat.Speaker;
import io.genjin.crm.chat.ThreadParties;
import io.genjin.crm.customer.Contact;
import io.genjin.crm.member.Member;
import io.genjin.crm.member.MemberId;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One message of 微信客服: the customer's, the servicer's, or the event that takes one back. */
@Component
class KfMessageHandler implements InboxHandler<KfMessage> {
    private static final int FROM_CUSTOMER = 3;
    private static final int FROM_SERVICER = 5;
    private static final Map<String, String> SHOWN = Map.of(
            "image", "[图片]",
            "voice", "[语音]",
            "video", "[视频]",
            "file", "[文件]",
            "location", "[位置]",
            "link", "[链接]",
            "business_card", "[名片]",
            "miniprogram", "[小程序]");

    private final Ears ears;
    private final ContactDirectory contacts;
    private final MemberDirectory directory;
    private final KfRep reps;
    private final KfCursors cursors;

    KfMessageHandler(Ears ears, ContactDirectory contacts, MemberDirectory directory, KfRep reps, KfCursors cursors) {
        this.ears = ears;
        this.contacts = contacts;
        this.directory = directory;
        this.reps = reps;
        this.cursors = cursors;
    }

    @Override
    public Class<KfMessage> payload() {
        return KfMessage.class;
    }

    @Override
    public boolean callsOut() {
        return true;
    }

    @Override
    public Effect handle(KfMessage message) {
        if (message.event().equals("user_recall_msg") || message.event().equals("servicer_recall_msg")) {
            return () -> ears.recall("kf:" + message.recalledMsgId());
        }
        if (message.externalUserId().isEmpty()) {
            return Effect.NONE;
        }
        return switch (message.origin()) {
            case FROM_CUSTOMER -> fromCustomer(message);
            case FROM_SERVICER -> fromServicer(message);
            default -> Effect.NONE;
        };
    }

    private Effect fromCustomer(KfMessage message) {
        Contact contact = contacts.meet(message.externalUserId(), "");
        Optional<Member> rep = reps.of(contact, message);
        return () -> hear(contact, rep.map(Member::id), Speaker.CUSTOMER, message);
    }

    private Effect fromServicer(KfMessage message) {
        Optional<Member> servicer = directory.find(message.servicerUserId());
        if (servicer.isEmpty()) {
            return Effect.NONE;
        }
        Contact contact = contacts.meet(message.externalUserId(), "");
        return () -> {
            cursors.served(
                    message.openKfId(), message.externalUserId(), servicer.get().userId());
            hear(contact, servicer.map(Member::id), Speaker.REP, message);
        };
    }

    private void hear(Contact contact, Optional<MemberId> rep, Speaker speaker, KfMessage message) {
        String words = message.msgType().equals("text") ? message.text() : SHOWN.getOrDefault(message.msgType(), "");
        if (!words.isBlank()) {
            ears.hear(new Heard(
                    ThreadParties.of(contact, rep.orElse(null)),
                    "kf:" + message.msgId(),
                    ChatSource.KF,
                    speaker,
                    words,
                    message.sentAt()));
        }
    }
}
