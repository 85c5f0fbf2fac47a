package io.genjin.nlp.normalise;

import com.hankcs.hanlp.HanLP;

/** One character to one character, by table: width, case, traditional to simplified. Built once, about 128 KiB. */
final class CharFolding {
    private static final char FIRST_HAN = 0x4E00;
    private static final char LAST_HAN = 0x9FFF;
    private static final char[] TABLE = table();

    private CharFolding() {}

    static char fold(char c) {
        return TABLE[c];
    }

    private static char[] table() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < table.length; c++) {
            table[c] = Character.toLowerCase((char) c);
        }
        for (char c = 0xFF01; c <= 0xFF5E; c++) {
            table[c] = Character.toLowerCase((char) (c - 0xFEE0));
        }
        for (char c = FIRST_HAN; c <= LAST_HAN; c++) {
            String simplified = HanLP.convertToSimplifiedChinese(String.valueOf(c));
            // Only one-to-one conversions keep the map back trivial.
            table[c] = simplified.length() == 1 ? simplified.charAt(0) : c;
        }
        table['\u3000'] = ' ';
        table['\u00A0'] = ' ';
        table['\t'] = ' ';
        table['\r'] = ' ';
        table['￥'] = '¥';
        table['帐'] = '账';
        return table;
    }
}
