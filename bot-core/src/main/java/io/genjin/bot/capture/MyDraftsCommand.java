package io.genjin.bot.capture;

import io.genjin.bot.dialogue.Command;
import io.genjin.bot.platform.PublicUrl;
import io.genjin.cards.WeComText;
import io.genjin.crm.member.Member;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** 我的草稿. */
@Component
class MyDraftsCommand implements Command {
    private static final int SHOWN = 8;

    private final DraftStore drafts;
    private final PublicUrl url;
    private final CaptureProperties properties;
    private final InstantSource clock;

    MyDraftsCommand(DraftStore drafts, PublicUrl url, CaptureProperties properties, InstantSource clock) {
        this.drafts = drafts;
        this.url = url;
        this.properties = properties;
        this.clock = clock;
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
        List<Draft> confirmed = drafts.confirmedBy(member.id(), clock.instant().minus(properties.undoWithin()), SHOWN);
        StringBuilder answer = new StringBuilder(open.isEmpty() ? "没有待确认的草稿。" : "待确认：");
        open.forEach(draft -> line(answer, draft));
        if (!confirmed.isEmpty()) {
            answer.append("\n\n刚确认，还能撤销：");
            confirmed.forEach(draft -> line(answer, draft));
        }
        return open.isEmpty() && confirmed.isEmpty()
                ? answer.toString()
                : answer.append("\n\n")
                        .append(WeComText.link("全部草稿", url.of("/h5/drafts")))
                        .toString();
    }

    private void line(StringBuilder answer, Draft draft) {
        String customer =
                draft.customerId() == null ? "还不知道是哪个客户" : draft.content().customerName();
        answer.append('\n')
                .append(WeComText.link(
                        customer, url.of("/h5/drafts/" + draft.id().value())))
                .append("　")
                .append(CaptureCards.intents(draft.content()));
    }
}
