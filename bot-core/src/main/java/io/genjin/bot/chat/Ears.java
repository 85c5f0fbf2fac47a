package io.genjin.bot.chat;

import io.genjin.crm.chat.ChatMessage;
import io.genjin.crm.chat.ChatSource;
import io.genjin.crm.chat.ChatStore;
import io.genjin.crm.chat.ChatThread;
import io.genjin.crm.chat.FoundSignal;
import io.genjin.crm.chat.NewMessage;
import io.genjin.crm.chat.SignalIntent;
import io.genjin.crm.chat.SignalPolarity;
import io.genjin.nlp.Analysis;
import io.genjin.nlp.Analyzer;
import io.genjin.nlp.Message;
import io.genjin.nlp.Speaker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The one door for chat: keeps a message with its signals, once, and tells who listens. Joins the transaction. */
@Component
class Ears {
    private static final Duration SAME_WORDS_WITHIN = Duration.ofSeconds(10);

    private final ChatStore chats;
    private final Analyzer analyzer;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final Duration maxAge;

    Ears(
            ChatStore chats,
            Analyzer analyzer,
            ApplicationEventPublisher events,
            InstantSource clock,
            @Value("${genjin.capture.max-age:P1D}") Duration maxAge) {
        this.chats = chats;
        this.analyzer = analyzer;
        this.events = events;
        this.clock = clock;
        this.maxAge = maxAge;
    }

    /** Keeps these words; empty when they are a repeat. */
    Optional<ChatMessage> hear(Heard heard) {
        Instant now = clock.instant();
        ChatThread thread = chats.threadOf(heard.parties(), now);
        // Clients send a text twice when the network stutters: the same words under a new id within seconds.
        // What waits for its customer in an archive is kept in one place for all of them, where it would be no repeat.
        boolean told = heard.parties().customerId() != null || heard.source() != ChatSource.ARCHIVE;
        if (told && chats.saidJustNow(thread.id(), heard.speaker(), heard.text(), heard.sentAt(), SAME_WORDS_WITHIN)) {
            return Optional.empty();
        }
        Analysis analysis = analyze(heard);
        Optional<ChatMessage> kept = chats.append(new NewMessage(
                thread.id(),
                heard.sourceKey(),
                heard.source(),
                heard.speaker(),
                heard.text(),
                heard.sentAt(),
                now,
                signals(analysis)));
        boolean live = heard.source() != ChatSource.ARCHIVE
                || heard.sentAt().plus(maxAge).isAfter(now);
        kept.ifPresent(message -> events.publishEvent(new MessageHeard(thread, message, analysis, live)));
        return kept;
    }

    void recall(String sourceKey) {
        chats.recall(sourceKey, clock.instant())
                .ifPresent(message -> events.publishEvent(new MessageRecalled(message)));
    }

    private Analysis analyze(Heard heard) {
        Speaker from = heard.speaker() == io.genjin.crm.chat.Speaker.CUSTOMER ? Speaker.CUSTOMER : Speaker.REP;
        return analyzer.analyze(new Message(
                from, io.genjin.bot.platform.BusinessTime.at(heard.sentAt()).toOffsetDateTime(), heard.text()));
    }

    private static List<FoundSignal> signals(Analysis analysis) {
        return analysis.signals().stream()
                .map(signal -> new FoundSignal(
                        SignalIntent.valueOf(signal.intent().name()),
                        SignalPolarity.valueOf(signal.polarity().name()),
                        signal.text(),
                        signal.rule(),
                        signal.confidence()))
                .toList();
    }
}
