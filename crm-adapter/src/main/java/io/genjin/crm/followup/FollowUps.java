package io.genjin.crm.followup;

import io.genjin.crm.chat.ChatStore;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.lead.LeadMatcher;
import io.genjin.crm.lead.LeadStore;
import io.genjin.crm.lead.LeadTie;
import io.genjin.crm.lead.PipelineStore;
import io.genjin.crm.member.MemberId;
import java.time.Instant;
import java.util.List;

/**
 * Records what a rep confirmed and takes it back. Both run inside one transaction of the caller's, and fail outside of
 * one; what two threads do for one customer comes one after the other.
 */
public class FollowUps {
    private final Recording recording;
    private final Undoing undoing;

    /** @param ties what the features above leads know of things that stand on a lead */
    public FollowUps(
            FollowUpStore store,
            LeadStore leads,
            PipelineStore pipeline,
            CustomerStore customers,
            ChatStore chats,
            List<LeadTie> ties) {
        ContactMoves moves = new ContactMoves(customers, chats);
        this.recording = new Recording(store, leads, new LeadMatcher(leads, pipeline), pipeline, customers, moves);
        this.undoing = new Undoing(store, leads, customers, moves, ties);
    }

    /**
     * Writes the follow-up, and its fields to the lead, which is made when the customer has no open one. The same draft
     * again gives the follow-up that it became and changes nothing.
     *
     * @throws io.genjin.crm.NoSuchRecord when the customer or the stage does not exist
     */
    public FollowUp record(NewFollowUp confirmed, Instant now) {
        return recording.record(confirmed, now);
    }

    /**
     * 撤销: marks the follow-up as taken back, puts back each field it changed where nobody changed it since, and removes
     * a lead that it made when nothing else hangs on it. How long that is allowed is the caller's to decide.
     *
     * @throws io.genjin.crm.NoSuchRecord when there is no such follow-up
     */
    public Withdrawal withdraw(FollowUpId id, MemberId by, Instant now) {
        return undoing.withdraw(id, by, now);
    }
}
