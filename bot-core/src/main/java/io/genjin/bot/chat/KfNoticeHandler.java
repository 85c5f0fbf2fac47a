package io.genjin.bot.chat;

import io.genjin.bot.inbox.InboxHandler;
import io.genjin.bot.wecom.Callback.KfNotice;
import org.springframework.stereotype.Component;

/** kf_msg_or_event (doc 94670): something is there to pull. */
@Component
class KfNoticeHandler implements InboxHandler<KfNotice> {
    private final KfPull pull;

    KfNoticeHandler(KfPull pull) {
        this.pull = pull;
    }

    @Override
    public Class<KfNotice> payload() {
        return KfNotice.class;
    }

    @Override
    public boolean callsOut() {
        return true;
    }

    @Override
    public Effect handle(KfNotice notice) {
        pull.pull(notice.openKfId(), notice.token());
        return Effect.NONE;
    }
}
