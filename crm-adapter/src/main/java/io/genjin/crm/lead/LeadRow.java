package io.genjin.crm.lead;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import io.genjin.crm.Yuan;
import io.genjin.crm.customer.ContactId;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.member.MemberId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of crm_lead, filled by MyBatis. */
@NullUnmarked
@TableName("crm_lead")
class LeadRow {
    @TableId(type = IdType.INPUT)
    String id;

    String customerId;
    String contactId;
    String ownerId;
    String stageId;
    Instant nextContactAt;
    Boolean nextContactHasTime;
    String coreNeed;
    BigDecimal expectedAmount;
    int version;
    Instant createdAt;
    Instant updatedAt;

    static LeadRow of(Lead lead) {
        LeadRow row = new LeadRow();
        NextContact next = lead.nextContact();
        row.id = lead.id().value();
        row.customerId = lead.customerId().value();
        row.contactId = lead.contactId() == null ? null : lead.contactId().value();
        row.ownerId = lead.ownerId().value();
        row.stageId = lead.stageId().value();
        row.nextContactAt = next == null ? null : next.at();
        row.nextContactHasTime = next == null ? null : next.hasTime();
        row.coreNeed = lead.coreNeed();
        row.expectedAmount =
                lead.expectedAmount() == null ? null : lead.expectedAmount().amount();
        row.version = lead.version();
        row.createdAt = lead.createdAt();
        row.updatedAt = lead.updatedAt();
        return row;
    }

    Lead toLead() {
        return new Lead(
                new LeadId(id),
                new CustomerId(customerId),
                contactId == null ? null : new ContactId(contactId),
                new MemberId(ownerId),
                new StageId(stageId),
                nextContactAt == null ? null : new NextContact(nextContactAt, Boolean.TRUE.equals(nextContactHasTime)),
                coreNeed,
                expectedAmount == null ? null : new Yuan(expectedAmount),
                version,
                createdAt,
                updatedAt);
    }
}
