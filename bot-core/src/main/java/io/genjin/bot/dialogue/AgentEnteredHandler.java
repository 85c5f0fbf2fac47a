package io.genjin.bot.dialogue;

import io.genjin.bot.inbox.InboxHandler;
import io.genjin.bot.member.MemberDirectory;
import io.genjin.bot.outbox.Lane;
import io.genjin.bot.outbox.Outbox;
import io.genjin.bot.platform.BusinessTime;
import io.genjin.bot.wecom.Callback.AgentEntered;
import io.genjin.cards.Text;
import io.genjin.crm.member.Member;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** 今日三件事, at most once a day, when a member opens the application; silence when nothing is to be done. */
@Component
class AgentEnteredHandler implements InboxHandler<AgentEntered> {
    private static final int THINGS = 3;

    private final MemberDirectory directory;
    private final List<Agenda> agendas;
    private final Outbox outbox;
    private final InstantSource clock;

    AgentEnteredHandler(MemberDirectory directory, List<Agenda> agendas, Outbox outbox, InstantSource clock) {
        this.directory = directory;
        this.agendas = List.copyOf(agendas);
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Class<AgentEntered> payload() {
        return AgentEntered.class;
    }

    @Override
    public boolean callsOut() {
        return true;
    }

    @Override
    public Effect handle(AgentEntered entered) {
        Member member = directory.meet(entered.userId());
        return member.active() ? () -> greet(member) : Effect.NONE;
    }

    private void greet(Member member) {
        Instant now = clock.instant();
        List<String> things = agendas.stream()
                .flatMap(agenda -> agenda.of(member, now).stream())
                .sorted(Comparator.comparing(Agenda.Item::due))
                .limit(THINGS)
                .map(Agenda.Item::text)
                .toList();
        if (things.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder("今日三件事");
        for (int i = 0; i < things.size(); i++) {
            text.append('\n').append(i + 1).append(". ").append(things.get(i));
        }
        // The day is part of the cause: a second opening that day pushes nothing.
        String cause = "today:" + member.id().value() + ":" + BusinessTime.dayOf(now);
        outbox.send(cause, member, Lane.ANSWER, Text.shortened(text.toString()));
    }
}
