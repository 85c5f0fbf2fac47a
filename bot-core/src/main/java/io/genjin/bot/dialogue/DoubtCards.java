package io.genjin.bot.dialogue;

import io.genjin.bot.outbox.Lane;
import io.genjin.bot.outbox.Outbox;
import io.genjin.cards.Button;
import io.genjin.cards.ButtonInteraction;
import io.genjin.cards.CardUpdate;
import io.genjin.cards.TaskId;
import io.genjin.crm.member.Member;
import org.springframework.stereotype.Component;

/** Asks whether a long or case-like message is the answer to the open question, or something new. */
@Component
class DoubtCards {
    static final String ANSWER = "dialogue.answer:";
    static final String CASE = "dialogue.case:";

    private final DialogueTable table;
    private final Outbox outbox;

    DoubtCards(DialogueTable table, Outbox outbox) {
        this.table = table;
        this.outbox = outbox;
    }

    void ask(Member member, DialogueRow row, Said said) {
        table.doubt(row.id(), said);
        String msgId = said.msgId().replaceAll("[^0-9A-Za-z_@-]", "_");
        ButtonInteraction card = ButtonInteraction.builder(new TaskId("doubt-" + row.id() + "-" + msgId))
                .source("跟进助手")
                .title("这是回答，还是新的一件事？", null)
                .quote("我刚才问", row.question())
                .subTitle(said.text())
                .button("是回答", Button.Style.EMPHASIS, ANSWER + row.id() + ":" + said.msgId())
                .button("新的一件事", Button.Style.NEUTRAL, CASE + row.id() + ":" + said.msgId())
                .build();
        outbox.send("doubt:" + said.msgId(), member, Lane.ANSWER, card);
    }

    static CardUpdate settled(String words) {
        return CardUpdate.replaceName(words);
    }
}
