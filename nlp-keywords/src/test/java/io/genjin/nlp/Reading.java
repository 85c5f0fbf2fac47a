package io.genjin.nlp;

import java.time.OffsetDateTime;

/** One analyzer for all tests: dictionaries load once. */
final class Reading {
    static final Analyzer ANALYZER = Analyzer.create(Lexicon.bundled());

    private Reading() {}

    static Analysis customer(String text) {
        return at("2026-03-04T10:00+08:00", Speaker.CUSTOMER, text);
    }

    static Analysis rep(String text) {
        return at("2026-03-04T10:00+08:00", Speaker.REP, text);
    }

    static Analysis at(String sentAt, Speaker from, String text) {
        return ANALYZER.analyze(new Message(from, OffsetDateTime.parse(sentAt), text));
    }
}
