package io.genjin.crm.customer;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of crm_contact, filled by MyBatis. */
@NullUnmarked
@TableName("crm_contact")
class ContactRow {
    @TableId(type = IdType.INPUT)
    String id;

    String customerId;
    String name;
    String externalUserId;
    Instant createdAt;
    Instant updatedAt;

    static ContactRow of(CustomerId customer, String name, String externalUserId, Instant now) {
        ContactRow row = new ContactRow();
        row.id = ContactId.next().value();
        row.customerId = customer.value();
        row.name = name;
        row.externalUserId = externalUserId;
        row.createdAt = now;
        row.updatedAt = now;
        return row;
    }

    Contact toContact() {
        return new Contact(new ContactId(id), new CustomerId(customerId), name, externalUserId);
    }
}
