package io.genjin.bot.dialogue;

import io.genjin.bot.inbox.InboxHandler;
import io.genjin.bot.member.MemberDirectory;
import io.genjin.bot.outbox.Lane;
import io.genjin.bot.outbox.Outbox;
import io.genjin.bot.platform.BusinessTime;
import io.genjin.bot.wecom.Callback.MemberText;
import io.genjin.cards.Text;
import io.genjin.crm.member.Member;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes what a member typed to a command, to the open question, or to the first feature that listens. */
@Component
class MemberTextHandler implements InboxHandler<MemberText> {
    /** Longer than a rep answers a question: people then tell of something new. */
    private static final int LONGEST_ANSWER = 50;

    private final MemberDirectory directory;
    private final Commands commands;
    private final Dialogues dialogues;
    private final DoubtCards doubts;
    private final List<TextListener> listeners;
    private final DialogueTable table;
    private final Outbox outbox;

    MemberTextHandler(
            MemberDirectory directory,
            Commands commands,
            Dialogues dialogues,
            DoubtCards doubts,
            List<TextListener> listeners,
            DialogueTable table,
            Outbox outbox) {
        this.directory = directory;
        this.commands = commands;
        this.dialogues = dialogues;
        this.doubts = doubts;
        this.listeners = List.copyOf(listeners);
        this.table = table;
        this.outbox = outbox;
    }

    @Override
    public Class<MemberText> payload() {
        return MemberText.class;
    }

    @Override
    public boolean callsOut() {
        return true;
    }

    @Override
    public Effect handle(MemberText text) {
        Member member = directory.meet(text.userId());
        Said said = new Said(text.msgId(), text.text().strip(), text.sentAt());
        if (!member.active() || said.text().isEmpty()) {
            return Effect.NONE;
        }
        return () -> take(member, said);
    }

    private void take(Member member, Said said) {
        Optional<String> answer = commands.answer(member, said.text());
        if (answer.isPresent()) {
            reply(member, said, answer.get());
            return;
        }
        Optional<DialogueRow> open = dialogues.openOf(member);
        if (open.isPresent()) {
            beside(member, open.get(), said);
            return;
        }
        asCase(member, said);
    }

    /** What is said while a question is open. An earlier message in doubt is never lost: it becomes a case of its own. */
    private void beside(Member member, DialogueRow open, Said said) {
        Optional<Said> earlier = open.undecided();
        if (doubtful(member, open, said)) {
            earlier.ifPresent(doubt -> asCase(member, doubt));
            doubts.ask(member, open, said);
        } else if (dialogues.answer(member, open, said.text(), "answer:" + said.msgId())) {
            earlier.ifPresent(doubt -> asCase(member, doubt));
        }
    }

    /** Nobody answered in time. */
    void expire(Member member, DialogueRow row) {
        dialogues.expire(member, row);
        row.undecided().ifPresent(doubt -> asCase(member, doubt));
    }

    /** Offers the text to the features; when none takes it, a short hint, at most once a day. */
    void asCase(Member member, Said said) {
        for (TextListener listener : listeners) {
            if (listener.hear(member, said)) {
                return;
            }
        }
        if (table.firstHint(
                member.id(), "nothing-heard", BusinessTime.dayOf(said.at()).toString())) {
            reply(member, said, "没听出跟进内容。把客户说的话发给我，例如「华东快消要报价，周五回」；发「帮助」看我能做什么。");
        }
    }

    private boolean doubtful(Member member, DialogueRow open, Said said) {
        return said.text().codePointCount(0, said.text().length()) > LONGEST_ANSWER
                || !dialogues.mayBeAnswer(open, said)
                || listeners.stream().anyMatch(listener -> listener.readsAsCase(member, said));
    }

    private void reply(Member member, Said said, String text) {
        outbox.send("reply:" + said.msgId(), member, Lane.ANSWER, Text.shortened(text));
    }
}
