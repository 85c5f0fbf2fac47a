package io.genjin.bot.dialogue;

import io.genjin.bot.inbox.InboxHandler;
import io.genjin.bot.member.MemberDirectory;
import io.genjin.bot.outbox.Lane;
import io.genjin.bot.outbox.Outbox;
import io.genjin.bot.platform.BusinessTime;
import io.genjin.bot.wecom.Callback.MemberMedia;
import io.genjin.cards.Text;
import io.genjin.crm.member.Member;
import org.springframework.stereotype.Component;

/** Pictures, voice and the like: answered, once a day, with what we can read. */
@Component
class MemberMediaHandler implements InboxHandler<MemberMedia> {
    private final MemberDirectory directory;
    private final DialogueTable table;
    private final Outbox outbox;

    MemberMediaHandler(MemberDirectory directory, DialogueTable table, Outbox outbox) {
        this.directory = directory;
        this.table = table;
        this.outbox = outbox;
    }

    @Override
    public Class<MemberMedia> payload() {
        return MemberMedia.class;
    }

    @Override
    public boolean callsOut() {
        return true;
    }

    @Override
    public Effect handle(MemberMedia media) {
        Member member = directory.meet(media.userId());
        return () -> {
            if (member.active()
                    && table.firstHint(
                            member.id(),
                            "unreadable",
                            BusinessTime.dayOf(media.sentAt()).toString())) {
                outbox.send(
                        "unreadable:" + media.msgId(), member, Lane.ANSWER, new Text("图片、语音和文件我还读不了。请把客户的话打字或粘贴给我。"));
            }
        };
    }
}
