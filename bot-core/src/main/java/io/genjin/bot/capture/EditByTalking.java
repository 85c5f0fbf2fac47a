package io.genjin.bot.capture;

import io.genjin.bot.dialogue.Said;
import io.genjin.bot.dialogue.TextListener;
import io.genjin.bot.platform.BusinessTime;
import io.genjin.crm.Yuan;
import io.genjin.crm.lead.NextContact;
import io.genjin.crm.member.Member;
import io.genjin.nlp.Analysis;
import io.genjin.nlp.Analyzer;
import io.genjin.nlp.Message;
import io.genjin.nlp.Speaker;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 改成周五下午三点 or 金额15万, shortly after a card: changes that draft and shows it anew. */
@Component
@Order(10)
class EditByTalking implements TextListener {
    private static final Pattern EDIT = Pattern.compile("^(改成|改到|改为|换成|时间改|下次联系|金额|预算改?).{1,40}$", Pattern.DOTALL);

    private final DraftStore drafts;
    private final CardDesk desk;
    private final Analyzer analyzer;
    private final CaptureProperties properties;
    private final InstantSource clock;

    EditByTalking(
            DraftStore drafts, CardDesk desk, Analyzer analyzer, CaptureProperties properties, InstantSource clock) {
        this.drafts = drafts;
        this.desk = desk;
        this.analyzer = analyzer;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public boolean hear(Member member, Said said) {
        if (!EDIT.matcher(said.text()).matches()) {
            return false;
        }
        Optional<Draft> draft = drafts.lastShownTo(member.id(), clock.instant().minus(properties.editByTalkingWithin()))
                .filter(shown -> shown.customerId() != null)
                .flatMap(shown -> drafts.lock(shown.id()))
                .filter(Draft::isOpen);
        if (draft.isEmpty()) {
            return false;
        }
        // The words after the verb tell the time; 电话 makes it a contact, as the rep means it.
        Analysis analysis = analyzer.analyze(
                new Message(Speaker.REP, BusinessTime.at(said.at()).toOffsetDateTime(), said.text() + " 电话联系"));
        DraftContent before = draft.get().content();
        NextContact next = analysis.nextContactAt()
                .map(time ->
                        time.time() == null ? NextContact.on(time.date()) : NextContact.at(time.date(), time.time()))
                .orElse(before.nextContact());
        Yuan amount = analysis.amountYuan()
                .map(yuan -> new Yuan(yuan.setScale(2, RoundingMode.HALF_UP)))
                .orElse(before.amount());
        DraftContent after = new DraftContent(
                before.customerName(),
                before.contactName(),
                before.stageId(),
                next,
                before.coreNeed(),
                before.keyPoints(),
                before.objection(),
                before.nextAction(),
                amount,
                before.quote(),
                before.signals(),
                before.messages());
        if (after.equals(before)) {
            return false;
        }
        drafts.change(draft.get().with(after, draft.get().leadId()), clock.instant());
        drafts.lock(draft.get().id()).ifPresent(changed -> desk.send(changed, "已改"));
        return true;
    }
}
