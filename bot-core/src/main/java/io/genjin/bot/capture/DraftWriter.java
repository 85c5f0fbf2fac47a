package io.genjin.bot.capture;

import io.genjin.bot.platform.BusinessTime;
import io.genjin.crm.Yuan;
import io.genjin.crm.chat.ChatMessage;
import io.genjin.crm.chat.ChatSource;
import io.genjin.crm.chat.FoundSignal;
import io.genjin.crm.chat.Speaker;
import io.genjin.crm.lead.NextContact;
import io.genjin.nlp.Analysis;
import io.genjin.nlp.Analyzer;
import io.genjin.nlp.CaseSummary;
import io.genjin.nlp.ContactTime;
import io.genjin.nlp.Message;
import io.genjin.nlp.Summarizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a draft's fields from the messages of one case. Values in, values out. */
@Component
class DraftWriter {
    private static final int QUOTE_LINES = 3;
    private static final int QUOTE_LENGTH = 60;

    private final Analyzer analyzer;
    private final Summarizer summarizer;

    DraftWriter(Analyzer analyzer, Summarizer summarizer) {
        this.analyzer = analyzer;
        this.summarizer = summarizer;
    }

    /** Whose case it is, and where the deal stands. */
    record About(String customerName, String contactName, String stageId) {}

    /**
     * @param messages of the case, the oldest first; recalled ones are left out here
     * @param edits of the rep, the oldest first; each gives way only to what was said after it
     */
    DraftContent write(About about, List<ChatMessage> messages, List<SpokenEdit> edits) {
        List<ChatMessage> valid = messages.stream()
                .filter(message -> message.recalledAt() == null)
                .toList();
        NextContact nextContact = null;
        Yuan amount = null;
        String objection = "";
        List<FoundSignal> signals = new ArrayList<>();
        List<Message> words = new ArrayList<>();
        Deque<SpokenEdit> ahead = new ArrayDeque<>(edits);
        for (ChatMessage message : valid) {
            while (!ahead.isEmpty() && ahead.peek().at().isBefore(message.sentAt())) {
                SpokenEdit edit = ahead.remove();
                nextContact = or(edit.nextContact(), nextContact);
                amount = or(edit.amount(), amount);
            }
            Message said = message(message);
            words.add(said);
            Analysis analysis = analyzer.analyze(said);
            if (message.speaker() == Speaker.CUSTOMER || message.source() == ChatSource.MEMBER_TEXT) {
                signals.addAll(message.signals());
            }
            nextContact = analysis.nextContactAt().map(DraftWriter::contact).orElse(nextContact);
            amount = analysis.amountYuan().flatMap(Money::plausible).orElse(amount);
            objection = analysis.objection().orElse(objection);
        }
        for (SpokenEdit edit : ahead) {
            nextContact = or(edit.nextContact(), nextContact);
            amount = or(edit.amount(), amount);
        }
        CaseSummary summary = summarizer.summarise(words);
        return new DraftContent(
                about.customerName(),
                about.contactName(),
                about.stageId(),
                nextContact,
                summary.coreNeed(),
                summary.keyPoints(),
                objection.isEmpty() ? summary.objection() : objection,
                summary.nextAction(),
                amount,
                quote(valid),
                signals,
                valid.stream().map(message -> message.id().value()).toList(),
                edits);
    }

    /** The customer's words that carry the signals, or whatever words there are; the last three lines. */
    private static List<String> quote(List<ChatMessage> messages) {
        List<String> telling = lines(messages.stream()
                .filter(message -> message.speaker() == Speaker.CUSTOMER)
                .filter(message -> !message.signals().isEmpty())
                .toList());
        List<String> quote = telling.isEmpty() ? lines(messages) : telling;
        return quote.subList(Math.max(0, quote.size() - QUOTE_LINES), quote.size());
    }

    private static List<String> lines(List<ChatMessage> messages) {
        return messages.stream()
                .map(message -> message.text().strip().replaceAll("\\s+", " "))
                .filter(line -> !line.isEmpty())
                .map(DraftWriter::cut)
                .toList();
    }

    private static String cut(String line) {
        int length = line.codePointCount(0, line.length());
        return length <= QUOTE_LENGTH ? line : line.substring(0, line.offsetByCodePoints(0, QUOTE_LENGTH - 1)) + "…";
    }

    private static Message message(ChatMessage message) {
        io.genjin.nlp.Speaker from =
                message.speaker() == Speaker.CUSTOMER ? io.genjin.nlp.Speaker.CUSTOMER : io.genjin.nlp.Speaker.REP;
        return new Message(from, BusinessTime.at(message.sentAt()).toOffsetDateTime(), message.text());
    }

    static NextContact contact(ContactTime time) {
        return time.time() == null ? NextContact.on(time.date()) : NextContact.at(time.date(), time.time());
    }

    private static <T> @Nullable T or(@Nullable T edited, @Nullable T before) {
        return edited == null ? before : edited;
    }
}
