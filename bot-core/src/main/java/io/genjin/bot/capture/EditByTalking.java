package io.genjin.bot.capture;

import io.genjin.bot.dialogue.Said;
import io.genjin.bot.dialogue.TextListener;
import io.genjin.crm.member.Member;
import io.genjin.nlp.Analyzer;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 改成周五下午三点 or 金额15万, shortly after a card: changes that draft and shows it anew. */
@Component
@Order(10)
class EditByTalking implements TextListener {
    private final DraftStore drafts;
    private final CaseMessages cases;
    private final Gathering gathering;
    private final Analyzer analyzer;
    private final CaptureProperties properties;
    private final InstantSource clock;

    EditByTalking(
            DraftStore drafts,
            CaseMessages cases,
            Gathering gathering,
            Analyzer analyzer,
            CaptureProperties properties,
            InstantSource clock) {
        this.drafts = drafts;
        this.cases = cases;
        this.gathering = gathering;
        this.analyzer = analyzer;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public boolean hear(Member member, Said said) {
        Optional<SpokenEdit> edit = SpokenEdit.read(said.text(), said.at(), analyzer);
        Optional<Draft> draft = edit.flatMap(found ->
                        drafts.lastShownTo(member.id(), clock.instant().minus(properties.editByTalkingWithin())))
                .filter(shown -> shown.customerId() != null)
                .flatMap(shown -> drafts.lock(shown.id()))
                .filter(Draft::isOpen);
        if (draft.isEmpty()) {
            return false;
        }
        Draft edited = cases.edited(draft.get(), edit.get());
        drafts.change(edited, clock.instant());
        drafts.lock(edited.id()).ifPresent(changed -> gathering.atOnce(changed, "已改"));
        return true;
    }
}
