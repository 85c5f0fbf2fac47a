package io.genjin.nlp.cli;

import io.genjin.nlp.Analyzer;
import io.genjin.nlp.Lexicon;
import io.genjin.nlp.LexiconException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Answers a chat export line by line, in constant memory. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        description =
                "Reads JSON lines {\"id\",\"from\",\"sentAt\",\"text\"} from standard input and writes one answer per line.")
final class AnalyzeCommand implements Callable<Integer> {
    private static final int MALFORMED_LINES = 1;
    private static final int BAD_LEXICON = 2;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final JsonMapper json = JsonMapper.shared();

    @Option(names = "--lexicon", paramLabel = "FILE", description = "A lexicon in YAML instead of the bundled one.")
    private @Nullable Path lexicon;

    AnalyzeCommand(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Lexicon> words = words();
        return words.isPresent() ? answer(Analyzer.create(words.get())) : BAD_LEXICON;
    }

    private Optional<Lexicon> words() {
        if (lexicon == null) {
            return Optional.of(Lexicon.bundled());
        }
        try {
            return Optional.of(Lexicon.read(lexicon));
        } catch (LexiconException e) {
            err.println(lexicon + ": " + e.getMessage());
        } catch (IOException e) {
            err.println(lexicon + ": can't be read (" + e.getClass().getSimpleName() + ")");
        }
        return Optional.empty();
    }

    private int answer(Analyzer analyzer) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int result = 0;
        String line;
        for (long number = 1; (line = lines.readLine()) != null; number++) {
            if (line.isBlank()) {
                continue;
            }
            try {
                ChatLine chat = ChatLine.parse(json, line);
                out.println(AnswerLine.write(json, chat.id(), analyzer.analyze(chat.message())));
            } catch (IllegalArgumentException e) {
                err.println("line " + number + ": " + e.getMessage());
                result = MALFORMED_LINES;
            }
        }
        out.flush();
        return result;
    }
}
