package io.genjin.crm.followup;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import io.genjin.crm.Yuan;
import io.genjin.crm.chat.SignalIntent;
import io.genjin.crm.chat.ThreadId;
import io.genjin.crm.lead.LeadId;
import io.genjin.crm.member.MemberId;
import io.genjin.crm.storage.JsonText;
import io.genjin.crm.storage.NameList;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of crm_follow_up, filled by MyBatis. */
@NullUnmarked
@TableName("crm_follow_up")
class FollowUpRow {
    @TableId(type = IdType.INPUT)
    String id;

    String leadId;
    String memberId;
    String threadId;
    String intents;
    String keyPoints;
    String objection;
    String nextAction;
    String quoted;
    BigDecimal amount;
    String draftId;
    String changes;
    boolean leadCreated;
    Instant recordedAt;
    Instant withdrawnAt;

    static FollowUpRow of(FollowUp followUp) {
        FollowUpRow row = new FollowUpRow();
        row.id = followUp.id().value();
        row.leadId = followUp.leadId().value();
        row.memberId = followUp.memberId().value();
        row.threadId = followUp.threadId() == null ? null : followUp.threadId().value();
        row.intents = NameList.of(followUp.intents());
        row.keyPoints = JsonText.of(followUp.keyPoints());
        row.objection = followUp.objection();
        row.nextAction = followUp.nextAction();
        row.quoted = followUp.quote();
        row.amount = followUp.amount() == null ? null : followUp.amount().amount();
        row.draftId = followUp.draftId();
        row.changes = JsonText.of(followUp.changes());
        row.leadCreated = followUp.leadCreated();
        row.recordedAt = followUp.recordedAt();
        row.withdrawnAt = followUp.withdrawnAt();
        return row;
    }

    FollowUp toFollowUp() {
        return new FollowUp(
                new FollowUpId(id),
                new LeadId(leadId),
                new MemberId(memberId),
                threadId == null ? null : new ThreadId(threadId),
                NameList.set(intents, SignalIntent.class),
                JsonText.list(keyPoints, String.class),
                objection,
                nextAction,
                quoted,
                amount == null ? null : new Yuan(amount),
                draftId,
                JsonText.list(changes, FieldChange.class),
                leadCreated,
                recordedAt,
                withdrawnAt);
    }
}
