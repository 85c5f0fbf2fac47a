package io.genjin.bot.capture;

import io.genjin.crm.chat.ChatSource;
import io.genjin.crm.chat.SignalIntent;
import io.genjin.crm.chat.Speaker;
import io.genjin.nlp.Analysis;
import io.genjin.nlp.Intent;
import io.genjin.nlp.Polarity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a heard message means for the drafts of its conversation. Plain decisions: values in, values out. */
final class CaptureFlow {

    enum Step {
        /** Nothing to write. */
        NOTHING,
        /** The customer only refused or put off: a quiet note for the manager. */
        NOTE_REFUSAL,
        /** Goes to the follow-up that was just recorded, without a card. */
        JOIN_LAST,
        /** A new draft. */
        BEGIN,
        /** Another version of the open draft. */
        CHANGE
    }

    private CaptureFlow() {}

    static Step decide(
            Analysis heard,
            Speaker speaker,
            ChatSource source,
            Optional<Draft> open,
            Optional<Draft> lastDecided,
            Instant now,
            Duration maxWait,
            Duration coolDown) {
        if (heard.isEmpty()) {
            // Plain words belong to the case while it is being told. Once its card is out they would only outdate it.
            return open.filter(draft -> draft.card() == null
                                    && draft.startedAt().plus(maxWait).isAfter(now))
                            .isPresent()
                    ? Step.CHANGE
                    : Step.NOTHING;
        }
        if (open.isPresent()) {
            return Step.CHANGE;
        }
        // What a rep says to the customer can change a draft, with a time or a sum, but it is no wish of the
        // customer's.
        if (speaker == Speaker.REP && source != ChatSource.MEMBER_TEXT) {
            return Step.NOTHING;
        }
        boolean positive = heard.signals().stream().anyMatch(signal -> signal.polarity() == Polarity.POSITIVE);
        if (!positive && !heard.signals().isEmpty()) {
            return Step.NOTE_REFUSAL;
        }
        // What a rep tells the bot on purpose is a case even without one of the three intents.
        boolean told = source == ChatSource.MEMBER_TEXT
                && (heard.amountYuan().isPresent() || heard.nextContactAt().isPresent());
        if (!positive && !told) {
            return Step.NOTHING;
        }
        boolean cooling = lastDecided
                .filter(last -> last.decidedAt() != null
                        && last.decidedAt().plus(coolDown).isAfter(now))
                .filter(last -> bringsNothingDecisive(heard, last.content()))
                .isPresent();
        return cooling ? Step.JOIN_LAST : Step.BEGIN;
    }

    /** Whether it holds no new intent, amount or next contact, and no refusal. */
    private static boolean bringsNothingDecisive(Analysis heard, DraftContent last) {
        var intents = heard.signals().stream()
                .filter(signal -> signal.polarity() == Polarity.POSITIVE)
                .map(signal -> intent(signal.intent()))
                .collect(Collectors.toSet());
        boolean refusal = heard.signals().stream().anyMatch(signal -> signal.polarity() == Polarity.NEGATIVE);
        boolean sameAmount = heard.amountYuan()
                .flatMap(Money::plausible)
                .map(amount -> amount.equals(last.amount()))
                .orElse(true);
        boolean sameContact = heard.nextContactAt()
                .map(contact -> last.nextContact() != null
                        && ContactChoices.idOf(last.nextContact()).equals(contact.toString()))
                .orElse(true);
        return !refusal && sameAmount && sameContact && last.intents().keySet().containsAll(intents);
    }

    static SignalIntent intent(Intent intent) {
        return SignalIntent.valueOf(intent.name());
    }
}
