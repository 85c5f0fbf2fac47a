package io.genjin.crm.customer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How names of customers are compared, and found in a text. */
public final class Names {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    /** One character can unfold to many (㍿ to 株式会社); the column holds this many. */
    private static final int KEY_LIMIT = 400;

    private Names() {}

    /** What two spellings of one name share: full-width folded to half, no spaces, lower case. */
    public static String key(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC);
        return SPACES.matcher(folded).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** The name as it is kept and shown. @throws IllegalArgumentException when blank or too long */
    static String checked(String name) {
        String stripped = name.strip();
        if (key(stripped).isEmpty()) {
            throw new IllegalArgumentException("a name is not blank");
        }
        if (stripped.codePointCount(0, stripped.length()) > CustomerStore.NAME_LIMIT) {
            throw new IllegalArgumentException("a name has at most " + CustomerStore.NAME_LIMIT + " characters");
        }
        if (key(stripped).length() > KEY_LIMIT) {
            throw new IllegalArgumentException("a name is not made of ligatures");
        }
        return stripped;
    }

    /**
     * The customers whose name or alias occurs in the text, the longest first. A name inside a longer one that was
     * found does not count (华东 within 华东快消), and one single character is no name.
     */
    public static List<Customer> namedIn(String text, Collection<Customer> customers) {
        String rest = key(text);
        Set<Customer> found = new LinkedHashSet<>();
        for (Spelling spelling : longestFirst(customers)) {
            if (rest.contains(spelling.key())) {
                found.add(spelling.customer());
                rest = rest.replace(spelling.key(), "\0");
            }
        }
        return new ArrayList<>(found);
    }

    private static List<Spelling> longestFirst(Collection<Customer> customers) {
        return customers.stream()
                .flatMap(customer -> Stream.concat(Stream.of(customer.name()), customer.aliases().stream())
                        .map(name -> new Spelling(key(name), customer)))
                .filter(spelling -> spelling.key().length() > 1)
                .sorted(Comparator.<Spelling>comparingInt(
                                spelling -> -spelling.key().length())
                        .thenComparing(Spelling::key))
                .toList();
    }

    private record Spelling(String key, Customer customer) {}
}
