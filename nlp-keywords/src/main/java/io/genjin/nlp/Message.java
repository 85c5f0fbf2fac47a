package io.genjin.nlp;

import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * One chat message, on its own: no earlier message is needed to read it.
 *
 * @param sentAt the moment that 明天下午三点 is resolved against, in any offset; it is read in Asia/Shanghai
 * @param text the words exactly as written; only the first {@value #LONGEST} characters are analysed
 */
public record Message(Speaker from, OffsetDateTime sentAt, String text) {
    /** WeCom's longest text is 4,000 characters; more is stored but never analysed, which bounds the work per message. */
    public static final int LONGEST = 4000;

    public Message {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(sentAt, "sentAt");
        Objects.requireNonNull(text, "text");
    }
}
