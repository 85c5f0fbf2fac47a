package io.genjin.crm.customer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How names of customers are compared, and found in a text. */
public final class Names {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern WORD = Pattern.compile("[^\\s\\p{Z}]+");

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
     * found does not count (华东 within 华东快消), nor a Latin name or a number inside a longer one (SAP within ASAP), and
     * one single character is no name.
     */
    public static List<Customer> namedIn(String text, Collection<Customer> customers) {
        Searched searched = new Searched(text);
        Set<Customer> found = new LinkedHashSet<>();
        for (Spelling spelling : longestFirst(customers)) {
            if (searched.takeOut(spelling.key())) {
                found.add(spelling.customer());
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

    /** A text as its key, which still knows where its spaces were. */
    private static final class Searched {
        private final StringBuilder rest = new StringBuilder();
        private final BitSet parted = new BitSet();

        Searched(String text) {
            Matcher word = WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
            while (word.find()) {
                parted.set(rest.length());
                rest.append(word.group().toLowerCase(Locale.ROOT));
            }
        }

        /** Whether the name occurs; where it does, no shorter one will be found. */
        boolean takeOut(String name) {
            boolean found = false;
            for (int at = rest.indexOf(name); at >= 0; at = rest.indexOf(name, at + 1)) {
                int end = at + name.length();
                if (!runsOn(at) && !runsOn(end)) {
                    rest.replace(at, end, "\0".repeat(name.length()));
                    found = true;
                }
            }
            return found;
        }

        /** Whether a Latin word or a number goes on across this place. */
        private boolean runsOn(int at) {
            if (at == 0 || at == rest.length() || parted.get(at)) {
                return false;
            }
            char before = rest.charAt(at - 1);
            char after = rest.charAt(at);
            return (isLatin(before) && isLatin(after)) || (isDigit(before) && isDigit(after));
        }

        private static boolean isLatin(char c) {
            return c >= 'a' && c <= 'z';
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }
    }
}
