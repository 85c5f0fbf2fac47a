package io.genjin.nlp;

import java.time.OffsetDateTime;
import java.util.stream.Collectors;

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

    /** Signals, amount, next contact and rivals as the case files write them, with {@code |} between. */
    static String row(Analysis found) {
        String signals = found.signals().stream()
                .map(s -> s.intent().name().charAt(0) + (s.polarity() == Polarity.POSITIVE ? "+" : "-"))
                .collect(Collectors.joining(" "));
        return String.join(
                " | ",
                signals,
                found.amountYuan().map(Object::toString).orElse(""),
                found.nextContactAt().map(Object::toString).orElse(""),
                String.join(",", found.competitors()));
    }
}
