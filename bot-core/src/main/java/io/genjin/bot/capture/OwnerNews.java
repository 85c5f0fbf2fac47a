package io.genjin.bot.capture;

import io.genjin.bot.outbox.Lane;
import io.genjin.bot.outbox.Outbox;
import io.genjin.cards.Text;
import io.genjin.cards.WeComText;
import io.genjin.crm.lead.LeadStore;
import io.genjin.crm.member.Member;
import io.genjin.crm.member.MemberStore;
import org.springframework.stereotype.Component;

/** Tells a lead's owner that a customer spoke of it to somebody else. Joins the caller's transaction. */
@Component
class OwnerNews {
    private final LeadStore leads;
    private final MemberStore members;
    private final Outbox outbox;

    OwnerNews(LeadStore leads, MemberStore members, Outbox outbox) {
        this.leads = leads;
        this.members = members;
        this.outbox = outbox;
    }

    /** Once for a draft; does nothing where the lead is the rep's own, or there is none yet. */
    void tell(Draft draft, Member rep) {
        if (draft.leadId() == null) {
            return;
        }
        leads.find(draft.leadId())
                .filter(lead -> !lead.ownerId().equals(rep.id()))
                .flatMap(lead -> members.find(lead.ownerId()))
                .filter(Member::active)
                .ifPresent(owner -> outbox.send(
                        "tell-owner:" + draft.id().value(),
                        owner,
                        Lane.WORK,
                        Text.shortened("你的线索「"
                                + WeComText.escape(draft.content().customerName()) + "」有新动静：客户对"
                                + WeComText.escape(rep.name()) + "说起了" + CaptureCards.intents(draft.content()) + "。")));
    }
}
