package io.genjin.bot.chat;

import io.genjin.bot.dialogue.Said;
import io.genjin.bot.dialogue.TextListener;
import io.genjin.bot.platform.BusinessTime;
import io.genjin.crm.chat.ChatSource;
import io.genjin.crm.chat.ChatStore;
import io.genjin.crm.chat.Speaker;
import io.genjin.crm.chat.ThreadParties;
import io.genjin.crm.customer.Customer;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.customer.Dealing;
import io.genjin.crm.member.Member;
import io.genjin.nlp.Analyzer;
import io.genjin.nlp.Message;
import io.genjin.nlp.NoteReader;
import io.genjin.nlp.PastedChat;
import io.genjin.nlp.Voice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Texts that a member types, pastes or forwards to the bot: a customer's words, a note of their own, or a copied chat.
 */
@Component
@Order(100)
class GivenText implements TextListener {
    /** Who says so means none of those dealt with before. */
    private static final String NEW_CUSTOMER = "新客户";

    private static final Duration STILL_THE_SAME_CUSTOMER = Duration.ofMinutes(10);

    private final Ears ears;
    private final ChatStore chats;
    private final CustomerStore customers;
    private final Analyzer analyzer;
    private final InstantSource clock;
    private final Duration quietPeriod;

    GivenText(
            Ears ears,
            ChatStore chats,
            CustomerStore customers,
            Analyzer analyzer,
            InstantSource clock,
            @Value("${genjin.capture.quiet-period:PT20S}") Duration quietPeriod) {
        this.ears = ears;
        this.chats = chats;
        this.customers = customers;
        this.analyzer = analyzer;
        this.clock = clock;
        this.quietPeriod = quietPeriod;
    }

    @Override
    public boolean hear(Member member, Said said) {
        PastedChat pasted = PastedChat.split(said.text());
        boolean silent = pasted.isPlain()
                ? saysNothing(said, said.text(), speakerOf(said.text()))
                : saysNothing(member, said, pasted);
        ThreadParties parties = partiesOf(member, said);
        if (silent && !goesOn(parties, said.at())) {
            return false;
        }
        if (pasted.isPlain()) {
            keep(parties, said, "member:" + said.msgId(), speakerOf(said.text()), said.text(), said.at());
        } else {
            int line = 0;
            for (PastedChat.Line words : pasted.lines()) {
                keep(
                        parties,
                        said,
                        "member:" + said.msgId() + ":" + line++,
                        speakerOf(member, words),
                        words.words(),
                        timeOf(words, said));
            }
        }
        return true;
    }

    @Override
    public boolean readsAsCase(Member member, Said said) {
        return !customers.namedIn(said.text(), member.id()).isEmpty()
                && !saysNothing(said, said.text(), speakerOf(said.text()));
    }

    /** Whether the member gave words of the same case within the quiet period: several texts are one case. */
    private boolean goesOn(ThreadParties parties, Instant saidAt) {
        return chats.newest(chats.threadOf(parties, clock.instant()).id(), 1).stream()
                .anyMatch(last -> last.source() == ChatSource.MEMBER_TEXT
                        && !saidAt.isAfter(last.sentAt().plus(quietPeriod)));
    }

    private void keep(ThreadParties parties, Said said, String key, Speaker speaker, String words, Instant sentAt) {
        ears.hear(new Heard(parties, key, ChatSource.MEMBER_TEXT, speaker, words, sentAt));
    }

    private boolean saysNothing(Member member, Said said, PastedChat pasted) {
        return pasted.lines().stream().allMatch(line -> saysNothing(said, line.words(), speakerOf(member, line)));
    }

    private boolean saysNothing(Said said, String words, Speaker speaker) {
        return analyzer.analyze(new Message(
                        speaker == Speaker.CUSTOMER ? io.genjin.nlp.Speaker.CUSTOMER : io.genjin.nlp.Speaker.REP,
                        BusinessTime.at(said.at()).toOffsetDateTime(),
                        words))
                .isEmpty();
    }

    /** Named in the text among the rep's; a new one is asked for; else whom they dealt with just now; else nobody, and a card will ask. */
    private ThreadParties partiesOf(Member member, Said said) {
        List<Customer> named = customers.namedIn(said.text(), member.id());
        if (!named.isEmpty()) {
            return ThreadParties.of(named.get(0).id(), member.id());
        }
        if (said.text().contains(NEW_CUSTOMER)) {
            return ThreadParties.unsettled(member.id());
        }
        Optional<Dealing> last = customers.recentOf(member.id(), 1).stream()
                .filter(dealing ->
                        dealing.lastAt().plus(STILL_THE_SAME_CUSTOMER).isAfter(said.at()))
                .findFirst();
        return last.map(dealing -> ThreadParties.of(dealing.customer().id(), member.id()))
                .orElseGet(() -> ThreadParties.unsettled(member.id()));
    }

    private static Speaker speakerOf(String text) {
        return NoteReader.voiceOf(text) == Voice.NOTE ? Speaker.REP : Speaker.CUSTOMER;
    }

    private static Speaker speakerOf(Member member, PastedChat.Line line) {
        String speaker = line.speaker().strip();
        boolean own = speaker.equals(member.name()) || speaker.equalsIgnoreCase(member.userId()) || speaker.equals("我");
        return own ? Speaker.REP : Speaker.CUSTOMER;
    }

    private static Instant timeOf(PastedChat.Line line, Said said) {
        if (line.time() == null) {
            return said.at();
        }
        var day = line.date() == null ? BusinessTime.dayOf(said.at()) : line.date();
        Instant told = BusinessTime.instant(day, line.time());
        return told.isAfter(said.at()) ? said.at() : told;
    }
}
