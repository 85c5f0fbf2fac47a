package io.genjin.bot.doctor;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Chinese on whatever terminal there is. */
final class Console {
    private static final String SAMPLE = "✓✗–跟进";

    private Console() {}

    /** Standard output in the terminal's own encoding where that has our characters, else in UTF-8. */
    static PrintStream out() {
        java.io.Console terminal = System.console();
        Charset own = terminal == null ? StandardCharsets.UTF_8 : terminal.charset();
        Charset fit = own.newEncoder().canEncode(SAMPLE) ? own : StandardCharsets.UTF_8;
        return new PrintStream(System.out, true, fit);
    }

    /** {@code text} and blanks up to {@code columns}, of which a Chinese character takes two. */
    static String padded(String text, int columns) {
        int width = text.chars().map(character -> character < 0x1100 ? 1 : 2).sum();
        return text + " ".repeat(Math.max(1, columns - width));
    }
}
