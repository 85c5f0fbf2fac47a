package io.genjin.nlp;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What one message says.
 *
 * @param signals at most one per intent, in the order of {@link Intent}; empty for most messages
 * @param amountYuan the largest amount of this deal that is written, in yuan; nothing is multiplied or added up
 * @param nextContactAt the next contact agreed or proposed; empty when vague (改天) or not a contact (合同8月到期)
 * @param competitors rivals as spelled in the message, each once, in order of appearance
 * @param objection the customer's own words where they object to price, time or product, or prefer a rival
 */
public record Analysis(
        List<Signal> signals,
        Optional<BigDecimal> amountYuan,
        Optional<ContactTime> nextContactAt,
        List<String> competitors,
        Optional<String> objection) {
    /** Shared answer for a message that says nothing of interest. */
    static final Analysis NOTHING =
            new Analysis(List.of(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    public Analysis {
        signals = List.copyOf(signals);
        competitors = List.copyOf(competitors);
    }

    /** True when nothing at all was found. */
    public boolean isEmpty() {
        return equals(NOTHING);
    }

    /** The signal of one intent, if the message carries it. */
    public Optional<Signal> signal(Intent intent) {
        return signals.stream().filter(s -> s.intent() == intent).findFirst();
    }
}
