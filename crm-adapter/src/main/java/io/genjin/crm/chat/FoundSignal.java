package io.genjin.crm.chat;

/**
 * An intent found in a message.
 *
 * @param words the part of the message that carries it
 * @param rule which rule of the detector found it, for the page and the API
 * @param confidence from 0 to 1
 */
public record FoundSignal(SignalIntent intent, SignalPolarity polarity, String words, String rule, double confidence) {
    public FoundSignal {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence is from 0 to 1");
        }
    }
}
