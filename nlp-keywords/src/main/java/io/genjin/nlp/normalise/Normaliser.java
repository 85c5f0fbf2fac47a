package io.genjin.nlp.normalise;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Folds messages into one spelling. Immutable; knows the lexicon's words so that 报 价 and 合-同 read as one word. */
public final class Normaliser {
    private static final int LONGEST_TAG = 8;

    private final int longest;
    private final Set<Integer> pairs = new HashSet<>();

    /**
     * A normaliser for one lexicon.
     *
     * @param longest characters of a message that are read; the rest is left out
     * @param words words in which a gap between two characters is closed
     */
    public Normaliser(int longest, Collection<String> words) {
        this.longest = longest;
        for (String word : words) {
            String folded = fold(word);
            for (int i = 1; i < folded.length() && folded.length() <= 3; i++) {
                if (isHan(folded.charAt(i - 1)) && isHan(folded.charAt(i))) {
                    pairs.add(pair(folded.charAt(i - 1), folded.charAt(i)));
                }
            }
        }
    }

    /** A lexicon word in the spelling that messages are folded to. */
    public static String fold(String word) {
        char[] folded = word.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = CharFolding.fold(folded[i]);
        }
        return new String(folded);
    }

    /** The message in one spelling. */
    public NormalText read(String text) {
        int length = Math.min(text.length(), longest);
        char[] value = new char[length];
        int[] origin = new int[length + 1];
        int size = 0;
        for (int i = 0; i < length; i++) {
            char c = CharFolding.fold(text.charAt(i));
            int tagEnd = c == '[' ? tagEnd(text, i, length) : -1;
            if (tagEnd > 0) {
                // [捂脸] ends a clause like a space does, and its name must not be read as words.
                value[size] = ' ';
                origin[size++] = i;
                i = tagEnd;
            } else if (!isInvisible(c) && !(isGap(c) && closes(text, i, length, value, size))) {
                value[size] = c;
                origin[size++] = i;
            }
        }
        origin[size] = length;
        return new NormalText(
                text, new String(value, 0, size), size == length ? origin : Arrays.copyOf(origin, size + 1));
    }

    private boolean closes(String text, int at, int length, char[] value, int size) {
        if (size == 0 || at + 1 >= length) {
            return false;
        }
        return pairs.contains(pair(value[size - 1], CharFolding.fold(text.charAt(at + 1))));
    }

    private static int tagEnd(String text, int at, int length) {
        for (int i = at + 1; i < length && i <= at + LONGEST_TAG; i++) {
            char c = text.charAt(i);
            if (c == ']') {
                return i;
            }
            if (!isHan(c) && !(c >= 'A' && c <= 'z')) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '-' || c == '_' || c == '*' || c == '·' || c == '.' || c == '/' || c == '|';
    }

    private static boolean isInvisible(char c) {
        return (c >= 0x200B && c <= 0x200F) || c == 0xFEFF || c == 0xFE0F || c == 0x2060;
    }

    private static boolean isHan(char c) {
        return c >= 0x4E00 && c <= 0x9FFF;
    }

    private static int pair(char a, char b) {
        return (a << 16) | b;
    }
}
