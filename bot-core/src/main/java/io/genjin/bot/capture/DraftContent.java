package io.genjin.bot.capture;

import io.genjin.crm.Yuan;
import io.genjin.crm.chat.FoundSignal;
import io.genjin.crm.chat.SignalIntent;
import io.genjin.crm.chat.SignalPolarity;
import io.genjin.crm.lead.NextContact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a draft says. Equal contents are one version.
 *
 * @param customerName 客户名称; empty while nobody has said whose words these are
 * @param stageId 当前阶段 of the lead, or the first stage
 * @param nextContact 下次联系时间 as detected; null when none was said
 * @param coreNeed 核心诉求
 * @param keyPoints 沟通要点, at most two lines
 * @param objection 客户异议 in the customer's words; empty for 无
 * @param nextAction 下一步动作
 * @param amount yuan; null when none was said
 * @param quote the words it rests on, at most three lines
 * @param signals what was found in them, for the page and the API
 * @param messages ids of the messages that it rests on
 * @param edits what the rep changed by talking, in the order in which they said it
 */
public record DraftContent(
        String customerName,
        String contactName,
        String stageId,
        @Nullable NextContact nextContact,
        String coreNeed,
        List<String> keyPoints,
        String objection,
        String nextAction,
        @Nullable Yuan amount,
        List<String> quote,
        List<FoundSignal> signals,
        List<String> messages,
        List<SpokenEdit> edits) {
    public DraftContent {
        keyPoints = List.copyOf(keyPoints);
        quote = List.copyOf(quote);
        signals = List.copyOf(signals);
        messages = List.copyOf(messages);
        edits = List.copyOf(edits);
    }

    /** Each intent with the polarity of its last mention. */
    Map<SignalIntent, SignalPolarity> intents() {
        Map<SignalIntent, SignalPolarity> last = new LinkedHashMap<>();
        signals.forEach(signal -> last.put(signal.intent(), signal.polarity()));
        return last;
    }

    public Set<SignalIntent> wanted() {
        return intents().entrySet().stream()
                .filter(intent -> intent.getValue() == SignalPolarity.POSITIVE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether anything is left in it that a rep could confirm; not so once the customer took their words back. */
    boolean saysSomething() {
        return signals.stream().anyMatch(signal -> signal.polarity() == SignalPolarity.POSITIVE)
                || amount != null
                || nextContact != null;
    }

    /** The same case with the fields as they were confirmed. */
    DraftContent recordedAs(String customer, String need, @Nullable Yuan recordedAmount) {
        return new DraftContent(
                customer,
                contactName,
                stageId,
                nextContact,
                need,
                keyPoints,
                objection,
                nextAction,
                recordedAmount,
                quote,
                signals,
                messages,
                edits);
    }

    DraftContent withNextContact(@Nullable NextContact next) {
        return new DraftContent(
                customerName,
                contactName,
                stageId,
                next,
                coreNeed,
                keyPoints,
                objection,
                nextAction,
                amount,
                quote,
                signals,
                messages,
                edits);
    }

    /** How sure the detector is of its surest signal; 1 where a rep told us without one. */
    double confidence() {
        return signals.stream().mapToDouble(FoundSignal::confidence).max().orElse(1);
    }

    /** Whether a rep who saw {@code shown} would act otherwise on this: another intent, amount or next contact. */
    boolean decisivelyDiffersFrom(DraftContent shown) {
        return !intents().equals(shown.intents())
                || !Objects.equals(amount, shown.amount)
                || !Objects.equals(nextContact, shown.nextContact)
                || !customerName.equals(shown.customerName);
    }
}
