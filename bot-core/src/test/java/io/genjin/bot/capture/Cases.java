package io.genjin.bot.capture;

import io.genjin.bot.platform.BusinessTime;
import io.genjin.crm.chat.ChatMessage;
import io.genjin.crm.chat.ChatSource;
import io.genjin.crm.chat.FoundSignal;
import io.genjin.crm.chat.MessageId;
import io.genjin.crm.chat.SignalIntent;
import io.genjin.crm.chat.SignalPolarity;
import io.genjin.crm.chat.Speaker;
import io.genjin.crm.chat.ThreadId;
import io.genjin.nlp.Analysis;
import io.genjin.nlp.Analyzer;
import io.genjin.nlp.Lexicon;
import io.genjin.nlp.Message;
import io.genjin.nlp.Summarizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Messages and drafts for the tests of plain decisions; it is Monday, 2026-11-23, 10:00 in Shanghai. */
final class Cases {
    static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    static final Analyzer ANALYZER = Analyzer.create(Lexicon.bundled());
    static final DraftWriter WRITER = new DraftWriter(ANALYZER, new Summarizer(ANALYZER));
    static final DraftWriter.About HUADONG = new DraftWriter.About("华东快消", "王敏", "0".repeat(32));
    private static final ThreadId THREAD = new ThreadId("1".repeat(32));

    private Cases() {}

    static Analysis heard(Speaker speaker, String text) {
        return ANALYZER.analyze(new Message(
                io.genjin.nlp.Speaker.valueOf(speaker == Speaker.CUSTOMER ? "CUSTOMER" : "REP"),
                BusinessTime.at(NOW).toOffsetDateTime(),
                text));
    }

    static ChatMessage said(int secondsAgo, String text) {
        return said(Speaker.CUSTOMER, ChatSource.KF, secondsAgo, text);
    }

    static ChatMessage said(Speaker speaker, ChatSource source, int secondsAgo, String text) {
        Instant at = NOW.minusSeconds(secondsAgo);
        List<FoundSignal> signals = heard(speaker, text).signals().stream()
                .map(signal -> new FoundSignal(
                        SignalIntent.valueOf(signal.intent().name()),
                        SignalPolarity.valueOf(signal.polarity().name()),
                        signal.text(),
                        signal.rule(),
                        signal.confidence()))
                .toList();
        MessageId id = MessageId.next();
        return new ChatMessage(id, THREAD, id.value(), source, speaker, text, at, at, signals, null);
    }

    static ChatMessage recalled(ChatMessage message) {
        return new ChatMessage(
                message.id(),
                message.threadId(),
                message.sourceKey(),
                message.source(),
                message.speaker(),
                message.text(),
                message.sentAt(),
                message.receivedAt(),
                message.signals(),
                NOW);
    }

    static DraftContent content(ChatMessage... messages) {
        return WRITER.write(HUADONG, List.of(messages), List.of());
    }

    static Draft draft(DraftStatus status, DraftContent content, Duration decidedAgo) {
        return new Draft(
                DraftId.next(),
                THREAD,
                null,
                null,
                null,
                null,
                status,
                1,
                content,
                NOW.minus(decidedAgo),
                null,
                0,
                null,
                null,
                null,
                status == DraftStatus.OPEN ? null : NOW.minus(decidedAgo));
    }
}
