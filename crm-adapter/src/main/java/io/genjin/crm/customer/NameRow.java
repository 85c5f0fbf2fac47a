package io.genjin.crm.customer;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of crm_customer_name, filled by MyBatis: a name or alias, under the key that only one customer can have. */
@NullUnmarked
@TableName("crm_customer_name")
class NameRow {
    @TableId(type = IdType.INPUT)
    String nameKey;

    String customerId;
    String name;
    boolean alias;
    Instant createdAt;

    static NameRow of(CustomerId customer, String name, boolean alias, Instant now) {
        NameRow row = new NameRow();
        row.nameKey = Names.key(name);
        row.customerId = customer.value();
        row.name = name;
        row.alias = alias;
        row.createdAt = now;
        return row;
    }
}
