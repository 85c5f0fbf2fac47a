package io.genjin.bot.platform;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What went wrong where, without a word of what was being handled: an exception's message may quote chat, a phone number
 * or a statement's values.
 */
public final class Trace {
    private static final String OURS = "io.genjin.";
    private static final int FRAMES = 8;
    private static final int CAUSES = 5;

    private Trace() {}

    /** The types of {@code failure} and its causes, each with the topmost lines of our own code. One line of text. */
    public static String of(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Throwable part = failure;
        for (int i = 0; i < CAUSES && part != null; i++) {
            text.append(i == 0 ? "" : ", caused by ").append(part.getClass().getName());
            String lines = Arrays.stream(part.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith(OURS))
                    .limit(FRAMES)
                    .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                    .collect(Collectors.joining(" < "));
            text.append(lines.isEmpty() ? "" : " at " + lines);
            part = part.getCause();
        }
        return text.toString();
    }
}
