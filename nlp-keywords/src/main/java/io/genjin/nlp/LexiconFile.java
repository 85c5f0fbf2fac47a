package io.genjin.nlp;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a lexicon from YAML nodes rather than objects: only nodes know their line, and a plain {@code 12} or
 * {@code yes} in a word list stays the text that was typed.
 */
final class LexiconFile {
    private static final int SHORTEST = 2;

    private final Map<Intent, List<String>> words = new EnumMap<>(Intent.class);
    private final Map<Intent, List<String>> otherSenses = new EnumMap<>(Intent.class);
    private List<String> competitors = List.of();
    private List<String> notRivals = List.of();

    LexiconFile(String yaml) {
        for (var entry : fields(root(yaml))) {
            switch (text(entry.getKeyNode())) {
                case "intents" -> intents(entry.getValueNode());
                case "competitors" -> competitors = entries(entry.getValueNode(), new HashMap<>());
                case "not-rivals" -> notRivals = entries(entry.getValueNode(), new HashMap<>());
                default -> throw unknownKey(entry.getKeyNode());
            }
        }
        if (words.isEmpty()) {
            throw new LexiconException(1, "no intents");
        }
    }

    Lexicon lexicon() {
        return new Lexicon(words, otherSenses, competitors, Set.copyOf(notRivals));
    }

    private static Node root(String yaml) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
            if (root == null) {
                throw new LexiconException(1, "the lexicon is empty");
            }
            return root;
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw new LexiconException(mark == null ? 1 : mark.getLine() + 1, "not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new LexiconException(1, "not YAML: " + e.getMessage());
        }
    }

    private void intents(Node node) {
        // One map for all three intents: a word that means two things means neither.
        var seen = new HashMap<String, Integer>();
        for (var entry : fields(node)) {
            var intent = intent(entry.getKeyNode());
            if (words.containsKey(intent)) {
                throw new LexiconException(line(entry.getKeyNode()), "intent " + intent + " is there twice");
            }
            words.put(intent, List.of());
            for (var list : fields(entry.getValueNode())) {
                switch (text(list.getKeyNode())) {
                    case "words" -> words.put(intent, entries(list.getValueNode(), seen));
                    case "other-senses" -> otherSenses.put(intent, entries(list.getValueNode(), new HashMap<>()));
                    default -> throw unknownKey(list.getKeyNode());
                }
            }
        }
    }

    private static Intent intent(Node key) {
        for (var intent : Intent.values()) {
            if (intent.name().equals(text(key))) {
                return intent;
            }
        }
        throw new LexiconException(line(key), "unknown intent '" + text(key) + "', expected QUOTE, TRIAL or CONTRACT");
    }

    private static List<String> entries(Node node, Map<String, Integer> seen) {
        if (!(node instanceof SequenceNode list)) {
            throw new LexiconException(line(node), "expected a list of words");
        }
        var entries = new ArrayList<String>();
        for (var item : list.getValue()) {
            String word = text(item).strip();
            if (word.isEmpty()) {
                throw new LexiconException(line(item), "an empty entry would match every message");
            }
            if (word.codePointCount(0, word.length()) < SHORTEST) {
                throw new LexiconException(
                        line(item), "'" + word + "' is too short, at least two characters are needed");
            }
            Integer before = seen.putIfAbsent(word.toLowerCase(Locale.ROOT), line(item));
            if (before != null) {
                throw new LexiconException(line(item), "'" + word + "' is already on line " + before);
            }
            entries.add(word);
        }
        return entries;
    }

    private static List<NodeTuple> fields(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue();
        }
        throw new LexiconException(line(node), "expected 'key: value' lines");
    }

    private static String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new LexiconException(line(node), "expected one word");
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static LexiconException unknownKey(Node key) {
        return new LexiconException(line(key), "unknown key '" + text(key) + "'");
    }
}
