package io.genjin.nlp;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a chat, split into what each person said.
 *
 * @param lines in the order of the copy; empty when the text is plain words without speakers
 */
public record PastedChat(List<Line> lines) {
    /**
     * One person's words.
     *
     * @param speaker the name as copied, without the time and without WeCom's {@code @微信} mark
     * @param date the day if the copy names one with its year, else null
     * @param time the time of day if the copy names it, else null
     * @param words what they said, lines joined by {@code \n}; never empty
     */
    public record Line(
            String speaker,
            @Nullable LocalDate date,
            @Nullable LocalTime time,
            String words) {}

    public PastedChat {
        lines = List.copyOf(lines);
    }

    /** True when the text names no speakers and is to be read as one person's words. */
    public boolean isPlain() {
        return lines.isEmpty();
    }

    /**
     * Splits a pasted text. Understood are {@code 张三 10:32} and {@code 张三 2026/1/5 10:32:11} above the words,
     * {@code 2026/1/5 10:32:11 张三} above them, and {@code 张三: 文字}. Words before the first speaker make it plain.
     */
    public static PastedChat split(String text) {
        return new PastedChat(new PastedLines(text).lines());
    }
}
