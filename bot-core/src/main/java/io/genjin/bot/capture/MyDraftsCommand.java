package io.genjin.bot.capture;

import io.genjin.bot.dialogue.Command;
import io.genjin.bot.platform.PublicUrl;
import io.genjin.cards.WeComText;
import io.genjin.crm.member.Member;
import java.util.List;
import org.springframework.stereotype.Component;

/** 我的草稿. */
@Component
class MyDraftsCommand implements Command {
    private static final int SHOWN = 8;

    private final DraftStore drafts;
    private final PublicUrl url;

    MyDraftsCommand(DraftStore drafts, PublicUrl url) {
        this.drafts = drafts;
        this.url = url;
    }

    @Override
    public String word() {
        return "我的草稿";
    }

    @Override
    public String promise() {
        return "还没确认的跟进";
    }

    @Override
    public String answer(Member member, String rest) {
        List<Draft> open = drafts.openOf(member.id(), SHOWN);
        if (open.isEmpty()) {
            return "没有待确认的草稿。";
        }
        StringBuilder answer = new StringBuilder("待确认：");
        for (Draft draft : open) {
            String customer =
                    draft.customerId() == null ? "还不知道是哪个客户" : draft.content().customerName();
            answer.append('\n')
                    .append(WeComText.link(
                            customer, url.of("/h5/drafts/" + draft.id().value())))
                    .append("　")
                    .append(CaptureCards.intents(draft.content()));
        }
        return answer.append("\n\n")
                .append(WeComText.link("全部草稿", url.of("/h5/drafts")))
                .toString();
    }
}
