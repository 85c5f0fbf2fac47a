package io.genjin.nlp.screen;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The automaton over all keys. Immutable and thread-safe after it is built. */
public final class Screen {
    private static final Hits NONE = new Hits();

    private final AhoCorasickDoubleArrayTrie<List<Trigger>> trie = new AhoCorasickDoubleArrayTrie<>();

    private Screen(Map<String, List<Trigger>> keys) {
        trie.build(new TreeMap<>(keys));
    }

    /** Collects keys; one key may have several triggers. */
    public static final class Builder {
        private final Map<String, List<Trigger>> keys = new HashMap<>();

        /** Adds keys, already in the normal spelling. */
        public Builder add(Iterable<String> words, Trigger trigger) {
            words.forEach(
                    word -> keys.computeIfAbsent(word, k -> new ArrayList<>(1)).add(trigger));
            return this;
        }

        public Screen build() {
            for (Map.Entry<String, List<Trigger>> key : keys.entrySet()) {
                key.setValue(List.copyOf(key.getValue()));
            }
            return new Screen(keys);
        }
    }

    /** One pass over a normal text. */
    public Hits pass(String text) {
        var found = new Pass();
        trie.parseText(text, found);
        return found.hits == null ? NONE : found.hits;
    }

    /** Makes the collection of hits only once there is one: most messages have none. */
    private static final class Pass implements AhoCorasickDoubleArrayTrie.IHit<List<Trigger>> {
        private @Nullable Hits hits;

        @Override
        public void hit(int begin, int end, List<Trigger> triggers) {
            if (hits == null) {
                hits = new Hits();
            }
            for (Trigger trigger : triggers) {
                hits.add(begin, end, trigger);
            }
        }
    }
}
