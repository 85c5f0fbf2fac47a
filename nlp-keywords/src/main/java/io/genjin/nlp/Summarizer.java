package io.genjin.nlp;

import java.util.ArrayList;
import java.util.List;

/** Drafts the four texts of a follow-up record from the messages of one case. Immutable and thread-safe. */
public final class Summarizer {
    private final Analyzer analyzer;

    public Summarizer(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** A message with what it says. */
    record Read(Message message, Analysis analysis) {
        boolean by(Speaker speaker) {
            return message.from() == speaker;
        }
    }

    /**
     * Summarises a case. A rep's note, where no customer speaks, stands for the customer's words.
     *
     * @param messages oldest first; of customers and reps
     * @return never null; its texts are empty where the messages give no ground for one
     */
    public CaseSummary summarise(List<Message> messages) {
        var read = new ArrayList<Read>();
        for (Message message : messages) {
            read.add(new Read(message, analyzer.analyze(message)));
        }
        String need = CoreNeed.of(read);
        String objection = objection(read);
        return new CaseSummary(need, KeyPoints.of(read, need, objection), objection, NextAction.of(read, need));
    }

    /** The latest objection: what still stands. */
    private static String objection(List<Read> read) {
        String objection = "";
        for (Read each : read) {
            objection = each.analysis().objection().orElse(objection);
        }
        return objection;
    }
}
