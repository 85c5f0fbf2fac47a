package io.genjin.nlp.interpret;

import io.genjin.nlp.Intent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The rules that ship with the product, read from {@code rules.yaml}.
 *
 * @param foreign per intent, signs in a clause that its keyword is about something else than this deal
 * @param foreignOfCustomer the same, in the words of a customer alone
 */
public record RuleBook(List<Rule> rules, Map<Intent, Pattern> foreign, Map<Intent, Pattern> foreignOfCustomer) {
    /** Reads the bundled rules. */
    public static RuleBook bundled() {
        try (InputStream in = Objects.requireNonNull(RuleBook.class.getResourceAsStream("/io/genjin/nlp/rules.yaml"))) {
            Map<String, Object> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return new RuleBook(
                    list(root.get("rules")).stream().map(r -> rule(map(r))).toList(),
                    byIntent(root.get("foreign")),
                    byIntent(root.get("foreign-of-customer")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cues of one rule, for the screen. */
    public List<String> cues(int rule) {
        return rules.get(rule).cues();
    }

    private static Rule rule(Map<String, Object> fields) {
        Object unless = fields.get("unless");
        return new Rule(
                text(fields, "rule"),
                Intent.valueOf(text(fields, "intent")),
                list(fields.get("cues")).stream().map(String::valueOf).toList(),
                Pattern.compile(text(fields, "pattern")),
                unless == null ? null : Pattern.compile(unless.toString()),
                ((Number) Objects.requireNonNull(fields.get("confidence"))).doubleValue());
    }

    private static Map<Intent, Pattern> byIntent(@Nullable Object node) {
        var signs = new EnumMap<Intent, Pattern>(Intent.class);
        map(node).forEach((intent, list) -> signs.put(Intent.valueOf(intent), anyOf(list)));
        return signs;
    }

    private static Pattern anyOf(Object list) {
        return Pattern.compile(
                String.join("|", list(list).stream().map(String::valueOf).toList()));
    }

    private static String text(Map<String, Object> fields, String name) {
        return Objects.requireNonNull(fields.get(name), name + " of " + fields).toString();
    }

    @SuppressWarnings("unchecked") // the file is ours and a test reads it
    private static Map<String, Object> map(@Nullable Object node) {
        return (Map<String, Object>) Objects.requireNonNull(node);
    }

    private static List<?> list(@Nullable Object node) {
        return (List<?>) Objects.requireNonNull(node);
    }
}
