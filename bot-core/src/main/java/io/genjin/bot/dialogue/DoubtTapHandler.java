package io.genjin.bot.dialogue;

import io.genjin.bot.inbox.InboxHandler;
import io.genjin.bot.member.MemberDirectory;
import io.genjin.bot.outbox.Outbox;
import io.genjin.bot.wecom.Callback.CardTap;
import io.genjin.crm.Ids;
import io.genjin.crm.member.Member;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The tap on 是回答 or 新的一件事. */
@Component
class DoubtTapHandler implements InboxHandler<CardTap> {
    private final MemberDirectory directory;
    private final DialogueTable table;
    private final Dialogues dialogues;
    private final MemberTextHandler texts;
    private final Outbox outbox;

    DoubtTapHandler(
            MemberDirectory directory,
            DialogueTable table,
            Dialogues dialogues,
            MemberTextHandler texts,
            Outbox outbox) {
        this.directory = directory;
        this.table = table;
        this.dialogues = dialogues;
        this.texts = texts;
        this.outbox = outbox;
    }

    @Override
    public Class<CardTap> payload() {
        return CardTap.class;
    }

    @Override
    public boolean wants(CardTap tap) {
        return tap.key().startsWith(DoubtCards.ANSWER) || tap.key().startsWith(DoubtCards.CASE);
    }

    @Override
    public Effect handle(CardTap tap) {
        String[] parts = tap.key().split(":", 3);
        Member member = directory.meet(tap.userId());
        return parts.length == 3 && Ids.isId(parts[1]) ? () -> settle(tap, member, parts[1], parts[2]) : Effect.NONE;
    }

    private void settle(CardTap tap, Member member, String id, String msgId) {
        Optional<DialogueRow> row = table.find(id).filter(open -> open.member().equals(member.id()));
        // Only what this card showed: a later message may have taken its place.
        Optional<Said> said = row.flatMap(DialogueRow::undecided)
                .filter(doubt -> doubt.msgId().equals(msgId));
        if (said.isEmpty()) {
            answer(tap, member, "已处理");
        } else if (tap.key().startsWith(DoubtCards.ANSWER)) {
            answer(tap, member, "已作为回答");
            table.clearDoubt(id);
            dialogues.answer(member, row.orElseThrow(), said.get().text(), "answer:" + msgId);
        } else {
            answer(tap, member, "已作为新的一件事");
            table.clearDoubt(id);
            texts.asCase(member, said.get());
        }
    }

    private void answer(CardTap tap, Member member, String words) {
        outbox.answerTap(tap.cause(), member, tap.taskId(), tap.responseCode(), DoubtCards.settled(words));
    }
}
