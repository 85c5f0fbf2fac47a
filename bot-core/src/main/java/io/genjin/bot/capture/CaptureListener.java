package io.genjin.bot.capture;

import io.genjin.bot.chat.MessageHeard;
import io.genjin.bot.chat.MessageRecalled;
import io.genjin.bot.platform.Timers;
import io.genjin.crm.chat.ChatMessage;
import io.genjin.crm.chat.ChatSource;
import io.genjin.crm.chat.ChatThread;
import io.genjin.crm.chat.Speaker;
import io.genjin.crm.lead.LeadStore;
import io.genjin.crm.lead.RiskKind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where heard messages become drafts. Runs in the transaction that keeps the message. */
@Component
class CaptureListener {
    private final DraftStore drafts;
    private final CaseMessages cases;
    private final DraftDecisions decisions;
    private final LeadStore leads;
    private final SettleTime settleTime;
    private final Timers timers;
    private final CaptureProperties properties;
    private final InstantSource clock;

    CaptureListener(
            DraftStore drafts,
            CaseMessages cases,
            DraftDecisions decisions,
            LeadStore leads,
            SettleTime settleTime,
            Timers timers,
            CaptureProperties properties,
            InstantSource clock) {
        this.drafts = drafts;
        this.cases = cases;
        this.decisions = decisions;
        this.leads = leads;
        this.settleTime = settleTime;
        this.timers = timers;
        this.properties = properties;
        this.clock = clock;
    }

    @EventListener
    void on(MessageHeard heard) {
        ChatThread thread = heard.thread();
        boolean nobodyKnown = thread.customerId() == null && heard.message().source() == ChatSource.ARCHIVE;
        if (!heard.live() || nobodyKnown) {
            return;
        }
        Instant now = clock.instant();
        Optional<Draft> open = drafts.openOf(thread.id());
        Optional<Draft> last = open.isPresent() || heard.analysis().isEmpty() ? Optional.empty() : lastOf(thread, now);
        noteCompetitors(heard);
        switch (CaptureFlow.decide(
                heard.analysis(),
                heard.message().speaker(),
                heard.message().source(),
                open,
                last,
                now,
                properties.maxWait(),
                properties.coolDown())) {
            case BEGIN -> begin(heard, last, now);
            case CHANGE -> change(open.orElseThrow(), cases.rewrite(open.get(), heard.message()), now);
            case NOTE_REFUSAL -> note(heard, RiskKind.REFUSAL);
            case JOIN_LAST, NOTHING -> {
                // The message is in the conversation already, which the lead's page shows beside its follow-ups.
            }
        }
    }

    /** The conversation's last decided draft; as it was recorded while it still cools down. */
    private Optional<Draft> lastOf(ChatThread thread, Instant now) {
        return drafts.lastDecidedOf(thread.id())
                .map(last -> last.decidedAt() != null
                                && last.decidedAt().plus(properties.coolDown()).isAfter(now)
                        ? last.with(cases.recordedNow(last), last.leadId())
                        : last);
    }

    @EventListener
    void on(MessageRecalled recalled) {
        ChatMessage message = recalled.message();
        drafts.openOf(message.threadId())
                .filter(draft ->
                        draft.content().messages().contains(message.id().value()))
                .ifPresent(draft -> strike(draft, clock.instant()));
    }

    private void strike(Draft draft, Instant now) {
        Draft rewritten = cases.rewrite(draft, null);
        change(draft, rewritten, now);
        if (!rewritten.content().saysSomething()) {
            drafts.lock(draft.id()).ifPresent(decisions::wordsTakenBack);
        }
    }

    private void begin(MessageHeard heard, Optional<Draft> last, Instant now) {
        Instant notBefore = last.map(Draft::decidedAt).orElse(null);
        Draft draft = cases.begin(DraftId.next(), heard.thread(), heard.message(), notBefore, now);
        drafts.insert(draft, now);
        timers.setFirst(
                draft.id().value(),
                Map.of(
                        CaptureJobs.SETTLE,
                        settleTime.of(draft, now),
                        CaptureJobs.EXPIRE,
                        now.plus(properties.draftExpiresAfter())));
    }

    private void change(Draft draft, Draft rewritten, Instant now) {
        if (rewritten.content().equals(draft.content())) {
            return;
        }
        drafts.change(rewritten, now);
        timers.set(CaptureJobs.SETTLE, draft.id().value(), settleTime.of(draft, now));
    }

    private void noteCompetitors(MessageHeard heard) {
        if (!heard.analysis().competitors().isEmpty() && heard.message().speaker() == Speaker.CUSTOMER) {
            note(heard, RiskKind.COMPETITOR);
        }
    }

    private void note(MessageHeard heard, RiskKind kind) {
        cases.leadOf(heard.thread().customerId(), heard.thread().memberId())
                .ifPresent(lead -> leads.addRisk(
                        lead.id(),
                        kind,
                        cut(heard.message().text()),
                        heard.message().sentAt()));
    }

    private static String cut(String words) {
        return words.codePointCount(0, words.length()) <= 200
                ? words
                : words.substring(0, words.offsetByCodePoints(0, 199)) + "…";
    }
}
