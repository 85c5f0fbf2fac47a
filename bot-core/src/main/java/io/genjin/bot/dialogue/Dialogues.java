package io.genjin.bot.dialogue;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.genjin.bot.outbox.Lane;
import io.genjin.bot.outbox.Outbox;
import io.genjin.bot.platform.Timers;
import io.genjin.cards.Text;
import io.genjin.crm.Ids;
import io.genjin.crm.member.Member;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Questions in a member's chat: at most one is open, others queue; the open one outlives a restart and ends politely. */
@Component
public class Dialogues {
    static final TaskDescriptor<Void> EXPIRE = TaskDescriptor.of("expire-question");

    private final DialogueTable table;
    private final List<Question> questions;
    private final Outbox outbox;
    private final Timers timers;
    private final InstantSource clock;
    private final Duration answerWithin;

    Dialogues(
            DialogueTable table,
            List<Question> questions,
            Outbox outbox,
            Timers timers,
            InstantSource clock,
            @Value("${genjin.dialogue.answer-within:PT30M}") Duration answerWithin) {
        this.table = table;
        this.questions = List.copyOf(questions);
        this.outbox = outbox;
        this.timers = timers;
        this.clock = clock;
        this.answerWithin = answerWithin;
    }

    /**
     * Asks {@code text} as soon as no other question is open, unless the same is asked or waiting to be asked already;
     * joins the caller's transaction.
     *
     * @param about comes back to {@link Question#answered}; at most 500 characters
     */
    public void ask(Member member, String topic, String about, String text) {
        table.hold(member.id());
        boolean free = table.head(member.id()).isEmpty();
        if (table.holds(member.id(), topic, about)) {
            return;
        }
        String id = Ids.next();
        table.insert(id, member.id(), topic, about, text);
        if (free) {
            open(member, id, text);
        }
    }

    Optional<DialogueRow> openOf(Member member) {
        return table.head(member.id());
    }

    boolean mayBeAnswer(DialogueRow row, Said said) {
        return owner(row).mayBe(said.text(), said.at());
    }

    /** Hands the answer to whoever asked; true when that settled the question. */
    boolean answer(Member member, DialogueRow row, String answer, String cause) {
        Question.Reply reply = owner(row).answered(member, row.about(), answer);
        outbox.send(cause, member, Lane.ANSWER, Text.shortened(reply.text()));
        if (reply.settled()) {
            close(member, row);
        }
        return reply.settled();
    }

    void expire(Member member, DialogueRow row) {
        outbox.send(
                "question-expired:" + row.id(),
                member,
                Lane.ANSWER,
                Text.shortened(owner(row).givenUp(row.about())));
        close(member, row);
    }

    private void close(Member member, DialogueRow row) {
        table.delete(row.id());
        timers.cancel(EXPIRE, row.id());
        table.head(member.id()).ifPresent(next -> open(member, next.id(), next.question()));
    }

    private void open(Member member, String id, String text) {
        table.asked(id, clock.instant());
        outbox.send("question:" + id, member, Lane.ANSWER, Text.shortened(text));
        timers.set(EXPIRE, id, clock.instant().plus(answerWithin));
    }

    private Question owner(DialogueRow row) {
        return questions.stream()
                .filter(question -> question.topic().equals(row.topic()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody asks about " + row.topic()));
    }
}
