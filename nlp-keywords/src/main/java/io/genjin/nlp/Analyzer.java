package io.genjin.nlp;

import io.genjin.nlp.interpret.Interpreter;
import io.genjin.nlp.interpret.RuleBook;
import io.genjin.nlp.normalise.NormalText;
import io.genjin.nlp.normalise.Normaliser;
import io.genjin.nlp.screen.Hits;
import io.genjin.nlp.screen.Screen;
import io.genjin.nlp.screen.Trigger;
import io.genjin.nlp.screen.Trigger.Kind;
import io.genjin.nlp.segment.Words;
import java.util.Collection;
import java.util.List;

/** Reads chat messages. Immutable and thread-safe; make one per lexicon and swap it when the lexicon changes. */
public final class Analyzer {
    private final Normaliser normaliser;
    private final Screen screen;
    private final Interpreter interpreter;

    private Analyzer(Lexicon lexicon, Interpreter interpreter) {
        this.interpreter = interpreter;
        this.normaliser = new Normaliser(
                Message.LONGEST,
                lexicon.words().values().stream().flatMap(List::stream).toList());
        this.screen = screen(lexicon, interpreter);
    }

    /** Builds the automaton and loads the segmenter's dictionaries, so that no customer's first message waits for them. */
    public static Analyzer create(Lexicon lexicon) {
        Words.warmUp();
        return new Analyzer(lexicon, new Interpreter(RuleBook.bundled()));
    }

    /** What the message says; never throws for any text. Most messages end after the screen, without segmentation. */
    public Analysis analyze(Message message) {
        NormalText text = normaliser.read(message.text());
        Hits hits = screen.pass(text.value());
        return hits.isEmpty() ? Analysis.NOTHING : interpreter.read(message, text, hits);
    }

    private static Screen screen(Lexicon lexicon, Interpreter interpreter) {
        var keys = new Screen.Builder();
        lexicon.words().forEach((intent, words) -> keys.add(folded(words), new Trigger(Kind.WORD, intent, -1)));
        lexicon.otherSenses()
                .forEach((intent, words) -> keys.add(folded(words), new Trigger(Kind.OTHER_SENSE, intent, -1)));
        keys.add(folded(lexicon.competitors()), Trigger.of(Kind.COMPETITOR));
        keys.add(folded(lexicon.notRivals()), Trigger.of(Kind.NOT_RIVAL));
        interpreter.teach(keys);
        return keys.build();
    }

    private static List<String> folded(Collection<String> words) {
        return words.stream().map(Normaliser::fold).toList();
    }
}
