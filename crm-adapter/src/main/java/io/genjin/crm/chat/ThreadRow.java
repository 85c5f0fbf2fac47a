package io.genjin.crm.chat;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import io.genjin.crm.customer.ContactId;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.member.MemberId;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of crm_chat_thread, filled by MyBatis. */
@NullUnmarked
@TableName("crm_chat_thread")
class ThreadRow {
    @TableId(type = IdType.INPUT)
    String id;

    String partyKey;
    String customerId;
    String contactId;
    String memberId;
    Instant lastMessageAt;
    Instant createdAt;

    static ThreadRow of(ThreadParties parties, Instant now) {
        ThreadRow row = new ThreadRow();
        row.id = ThreadId.next().value();
        row.partyKey = parties.key();
        row.customerId =
                parties.customerId() == null ? null : parties.customerId().value();
        row.contactId = parties.contactId() == null ? null : parties.contactId().value();
        row.memberId = parties.memberId() == null ? null : parties.memberId().value();
        row.createdAt = now;
        return row;
    }

    ChatThread toThread() {
        return new ChatThread(
                new ThreadId(id),
                customerId == null ? null : new CustomerId(customerId),
                contactId == null ? null : new ContactId(contactId),
                memberId == null ? null : new MemberId(memberId),
                lastMessageAt);
    }
}
