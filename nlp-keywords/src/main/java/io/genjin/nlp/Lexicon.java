package io.genjin.nlp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The words an administrator may change without a deploy. Immutable; a new edit is a new lexicon.
 *
 * @param words per intent, keywords that carry it by themselves unless a reading in another sense covers them
 * @param otherSenses per intent, longer words in which a keyword means something else (试用期, 劳动合同)
 * @param competitors rival names and aliases, matched without regard to case or width
 * @param notRivals longer words in which a rival's name means something else (华为云市场活动)
 */
public record Lexicon(
        Map<Intent, List<String>> words,
        Map<Intent, List<String>> otherSenses,
        List<String> competitors,
        Set<String> notRivals) {
    public Lexicon {
        words = Map.copyOf(words);
        otherSenses = Map.copyOf(otherSenses);
        competitors = List.copyOf(competitors);
        notRivals = Set.copyOf(notRivals);
    }

    /** The lexicon that ships with the product. */
    public static Lexicon bundled() {
        try (InputStream in = Objects.requireNonNull(Lexicon.class.getResourceAsStream("lexicon.yaml"))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a lexicon file in UTF-8.
     *
     * @throws LexiconException as {@link #parse}
     * @throws IOException if the file can't be read
     */
    public static Lexicon read(Path file) throws IOException {
        return parse(Files.readString(file, StandardCharsets.UTF_8));
    }

    /**
     * Reads a lexicon. The bundled {@code lexicon.yaml} shows the format.
     *
     * @throws LexiconException naming the line, if it is not YAML, has an unknown key, or an entry is empty, blank,
     *     shorter than two characters or there twice: one such entry could make every message a hit
     */
    public static Lexicon parse(String yaml) {
        return new LexiconFile(yaml).lexicon();
    }
}
