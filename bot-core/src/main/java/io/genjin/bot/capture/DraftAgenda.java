package io.genjin.bot.capture;

import io.genjin.bot.dialogue.Agenda;
import io.genjin.bot.platform.PublicUrl;
import io.genjin.cards.WeComText;
import io.genjin.crm.member.Member;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Drafts that wait for their rep, as one thing to do. */
@Component
class DraftAgenda implements Agenda {
    private static final int COUNTED = 50;

    private final DraftStore drafts;
    private final PublicUrl url;

    DraftAgenda(DraftStore drafts, PublicUrl url) {
        this.drafts = drafts;
        this.url = url;
    }

    @Override
    public List<Item> of(Member member, Instant now) {
        List<Draft> open = drafts.openOf(member.id(), COUNTED);
        return open.isEmpty()
                ? List.of()
                : List.of(new Item(now, WeComText.link("确认 " + open.size() + " 份跟进草稿", url.of("/h5/drafts"))));
    }
}
